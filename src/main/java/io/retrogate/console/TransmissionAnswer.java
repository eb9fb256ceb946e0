package io.retrogate.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.retrogate.ledger.LedgerView;
import io.retrogate.ledger.LedgerView.Story;
import io.retrogate.ledger.Transmission;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** One transmission as the API shows it; archive addresses stay inside. */
@Schema(name = "Transmission", description = "One transmission with everything that came of it")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record TransmissionAnswer(
        UUID id,
        @Schema(description = "How it came in") String channel,
        @Schema(description = "Folder name of the partner; empty if unknown") String partner,
        @Schema(description = "AS2 Message-ID or file name") String messageId,
        @Schema(description = "As the AS2 message names the document; empty if it does not")
                String fileName,
        @Schema(description = "RECEIVED, SETTLED, REFUSED or FAILED") String state,
        @Schema(description = "Why it was refused or failed; empty if it was not") String reason,
        Instant receivedAt,
        @Schema(description = "Bytes of the payload") long size,
        @Schema(description = "Of the payload, hexadecimal") String sha256,
        @Schema(description = "Whether document bytes could be unwrapped") boolean hasPayload,
        @Schema(description = "What came beside the document and is only kept")
                List<Attachment> attachments,
        List<Interchange> interchanges,
        List<Document> documents,
        List<Acknowledgement> acknowledgements,
        List<Delivery> deliveries,
        @Schema(description = "What we sent because of it, with what the partner says of that")
                List<LedgerView.Sent> sent,
        @Schema(description = "What it says of documents that we sent")
                List<LedgerView.Judgement> judgements) {

    static TransmissionAnswer of(Story story) {
        Transmission t = story.transmission();
        return new TransmissionAnswer(
                t.id(),
                t.channel().name(),
                t.partner(),
                t.messageId(),
                t.fileName(),
                t.state().name(),
                t.refusal(),
                t.receivedAt(),
                t.size(),
                t.sha256(),
                !t.payloadAddress().isEmpty(),
                Attachment.of(story.attachments()),
                story.interchanges().stream().map(Interchange::of).toList(),
                story.documents().stream().map(Document::of).toList(),
                story.acknowledgements().stream().map(Acknowledgement::of).toList(),
                story.deliveries().stream().map(Delivery::of).toList(),
                story.sent(),
                story.judgements());
    }

    @Schema(description = "Its bytes are under attachments/{number}")
    record Attachment(int number, String name, String contentType, long size, String sha256) {

        static List<Attachment> of(List<io.retrogate.ledger.Attachment> kept) {
            return IntStream.range(0, kept.size()).mapToObj(i -> of(i + 1, kept.get(i))).toList();
        }

        private static Attachment of(int number, io.retrogate.ledger.Attachment a) {
            return new Attachment(number, a.name(), a.contentType(), a.size(), a.sha256());
        }
    }

    @Schema(description = "One interchange as it was judged; findings are one line each")
    record Interchange(
            String standard,
            String sender,
            String receiver,
            String controlNumber,
            String verdict,
            List<String> findings) {

        static Interchange of(LedgerView.Interchange i) {
            return new Interchange(
                    i.standard(),
                    i.sender(),
                    i.receiver(),
                    i.controlNumber(),
                    i.verdict(),
                    i.findings());
        }
    }

    @Schema(description = "One business document; its canonical message has an address of its own")
    record Document(
            UUID id,
            int ordinal,
            String messageType,
            String controlNumber,
            String kind,
            String documentNumber,
            String rma) {

        static Document of(LedgerView.Document d) {
            return new Document(
                    d.id(),
                    d.ordinal(),
                    d.messageType(),
                    d.controlNumber(),
                    d.kind(),
                    d.documentNumber(),
                    d.rma());
        }
    }

    @Schema(description = "What we answered: TA1, 997, 999, CONTRL, 824 or APERAK")
    record Acknowledgement(
            UUID delivery,
            String form,
            String controlNumber,
            String verdict,
            String content,
            Instant createdAt) {

        static Acknowledgement of(LedgerView.Acknowledgement a) {
            return new Acknowledgement(
                    a.delivery(),
                    a.form(),
                    a.controlNumber(),
                    a.verdict(),
                    a.content(),
                    a.createdAt());
        }
    }

    @Schema(description = "One hand-over; lastStatus is an HTTP status, 0 if there was none")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Delivery(
            UUID id,
            Optional<UUID> document,
            String form,
            String target,
            String state,
            int attempts,
            int lastStatus,
            String lastDetail,
            String idempotencyKey,
            @Schema(description = "Of one that is AWAITED: until when")
                    Optional<Instant> nextAttemptAt,
            @Schema(description = "When the partner last took it and left its receipt for later")
                    Optional<Instant> takenAt,
            List<CameReceipt> receipts) {

        static Delivery of(LedgerView.Delivery d) {
            return new Delivery(
                    d.id(),
                    d.document(),
                    d.form(),
                    d.target(),
                    d.state(),
                    d.attempts(),
                    d.lastStatus(),
                    d.lastDetail(),
                    d.idempotencyKey(),
                    d.nextAttemptAt(),
                    d.takenAt(),
                    d.receipts().stream().map(CameReceipt::of).toList());
        }
    }

    @Schema(description = "A receipt that came on a connection of its own")
    record CameReceipt(
            UUID id,
            Instant receivedAt,
            @Schema(description = "What it proves, and its disposition") String judgement,
            @Schema(description = "Of its HTTP request") String headers) {

        static CameReceipt of(LedgerView.CameReceipt r) {
            return new CameReceipt(r.id(), r.receivedAt(), r.judgement(), r.headers());
        }
    }
}
