package io.retrogate.console;

import io.retrogate.ledger.LedgerView;
import io.retrogate.ledger.LedgerView.Story;
import io.retrogate.ledger.Transmission;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** What the page of one transmission shows, in words; the template only places it. */
record StoryPage(
        String id,
        String title,
        Badge state,
        String reason,
        String time,
        String instant,
        String channel,
        String partner,
        String messageId,
        String fileName,
        String size,
        String sha256,
        boolean hasPayload,
        boolean waiting,
        List<Attachment> attachments,
        List<Interchange> interchanges,
        List<Document> documents,
        List<Acknowledgement> acknowledgements,
        List<Delivery> deliveries) {

    static StoryPage of(Story story) {
        var t = story.transmission();
        var names = new HashMap<UUID, String>();
        story.documents().forEach(d -> names.put(d.id(), d.kind() + " " + d.documentNumber()));
        return new StoryPage(
                t.id().toString(),
                title(story),
                Badge.of(t.state()),
                t.refusal(),
                Wording.time(t.receivedAt()),
                t.receivedAt().toString(),
                t.channel().name(),
                t.partner().isEmpty() ? "unknown" : t.partner(),
                t.messageId(),
                t.fileName(),
                Wording.size(t.size()),
                t.sha256(),
                !t.payloadAddress().isEmpty(),
                t.state() == Transmission.State.RECEIVED,
                IntStream.range(0, story.attachments().size())
                        .mapToObj(i -> Attachment.of(i + 1, story.attachments().get(i)))
                        .toList(),
                story.interchanges().stream().map(Interchange::of).toList(),
                story.documents().stream().map(Document::of).toList(),
                story.acknowledgements().stream().map(Acknowledgement::of).toList(),
                story.deliveries().stream().map(d -> Delivery.of(d, names)).toList());
    }

    /** People remember the return by its RMA, not by our id. */
    private static String title(Story story) {
        var rmas =
                story.documents().stream()
                        .map(LedgerView.Document::rma)
                        .filter(rma -> !rma.isEmpty())
                        .distinct()
                        .toList();
        var partner = story.transmission().partner();
        var from = partner.isEmpty() ? "an unknown sender" : partner;
        return rmas.size() == 1 ? Wording.rma(rmas.get(0)) + " from " + from : "From " + from;
    }

    record Interchange(
            String standard,
            String sender,
            String receiver,
            String controlNumber,
            Badge verdict,
            List<String> findings) {

        static Interchange of(LedgerView.Interchange i) {
            return new Interchange(
                    i.standard(),
                    i.sender(),
                    i.receiver(),
                    i.controlNumber(),
                    Badge.ofVerdict(i.verdict()),
                    i.findings());
        }

        /** Else it is a file, or what should have been an interchange. */
        public boolean enveloped() {
            return !standard.isEmpty();
        }
    }

    record Attachment(int number, String name, String contentType, String size) {

        static Attachment of(int number, io.retrogate.ledger.Attachment a) {
            return new Attachment(number, a.name(), a.contentType(), Wording.size(a.size()));
        }
    }

    record Document(
            String id,
            int ordinal,
            String messageType,
            String controlNumber,
            String kind,
            String number,
            String rma,
            boolean canonical) {

        static Document of(LedgerView.Document d) {
            return new Document(
                    d.id().toString(),
                    d.ordinal(),
                    d.messageType(),
                    d.controlNumber(),
                    d.kind(),
                    d.documentNumber(),
                    d.rma(),
                    !d.canonicalAddress().isEmpty());
        }
    }

    record Acknowledgement(
            String form, String controlNumber, Badge verdict, String time, List<String> segments) {

        static Acknowledgement of(LedgerView.Acknowledgement a) {
            return new Acknowledgement(
                    a.form(),
                    a.controlNumber(),
                    Badge.ofVerdict(a.verdict()),
                    Wording.time(a.createdAt()),
                    SegmentLines.of(a.content()));
        }
    }

    record Delivery(
            String subject,
            String target,
            Badge state,
            String status,
            int attempts,
            String next,
            String detail,
            String idempotencyKey,
            String awaited,
            List<CameReceipt> receipts) {

        static Delivery of(LedgerView.Delivery d, Map<UUID, String> documents) {
            return new Delivery(
                    d.document().map(id -> documents.getOrDefault(id, "")).orElse(d.form()),
                    d.target(),
                    Badge.ofDelivery(d.state()),
                    d.lastStatus() == 0 ? "–" : String.valueOf(d.lastStatus()),
                    d.attempts(),
                    d.nextAttemptAt().map(Wording::time).orElse("–"),
                    d.lastDetail(),
                    d.idempotencyKey(),
                    awaited(d),
                    d.receipts().stream().map(CameReceipt::of).toList());
        }

        private static String awaited(LedgerView.Delivery d) {
            if (d.takenAt().isEmpty()) {
                return "";
            }
            String since = "Receipt awaited since " + Wording.time(d.takenAt().get());
            boolean waits = d.state().equals("AWAITED") && d.nextAttemptAt().isPresent();
            return waits ? since + " until " + Wording.time(d.nextAttemptAt().get()) : since;
        }
    }

    /** One that came on a connection of its own. */
    record CameReceipt(String id, String time, String judgement) {

        static CameReceipt of(LedgerView.CameReceipt r) {
            return new CameReceipt(r.id().toString(), Wording.time(r.receivedAt()), r.judgement());
        }
    }
}
