package io.retrogate.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What the faces read. Never changes anything. */
public interface LedgerView {

    /**
     * Newest first. The text is looked for in RMA, document number, control number, Message-ID,
     * file name, id, and the problem of an acknowledgement that names nothing of ours; empty finds
     * all.
     */
    List<Story> search(String text, int limit, int offset);

    Optional<Story> story(UUID transmission);

    /**
     * Counts by state, of transmissions ({@code transmission.SETTLED}) and deliveries ({@code
     * delivery.DEAD}).
     */
    Map<String, Long> counts();

    /** One document by its own id. */
    default Optional<Document> document(UUID id) {
        return search(id.toString(), 10, 0).stream()
                .flatMap(story -> story.documents().stream())
                .filter(document -> document.id().equals(id))
                .findFirst();
    }

    /** Whether the database would take a write now: it answers, and is not read-only. */
    default boolean writable() {
        counts();
        return true;
    }

    /** One transmission with everything that came of it. */
    record Story(
            Transmission transmission,
            List<Attachment> attachments,
            List<Interchange> interchanges,
            List<Document> documents,
            List<Acknowledgement> acknowledgements,
            List<Delivery> deliveries,
            List<Sent> sent,
            List<Judgement> judgements) {
        public Story {
            attachments = List.copyOf(attachments);
            sent = List.copyOf(sent);
            judgements = List.copyOf(judgements);
            interchanges = List.copyOf(interchanges);
            documents = List.copyOf(documents);
            acknowledgements = List.copyOf(acknowledgements);
            deliveries = List.copyOf(deliveries);
        }

        /** One without attachments, that nobody has judged, and that judges nothing. */
        public Story(
                Transmission transmission,
                List<Interchange> interchanges,
                List<Document> documents,
                List<Acknowledgement> acknowledgements,
                List<Delivery> deliveries) {
            this(
                    transmission,
                    List.of(),
                    interchanges,
                    documents,
                    acknowledgements,
                    deliveries,
                    List.of(),
                    List.of());
        }
    }

    /**
     * An interchange, group or transaction set of ours that went out because of this transmission.
     *
     * @param word the gravest of what the partner said of it; empty if nothing yet
     * @param form of the acknowledgement that said so, and the transmission that brought it
     */
    record Sent(
            UUID delivery,
            String level,
            String interchange,
            String group,
            String transaction,
            String message,
            String word,
            String form,
            Optional<UUID> by) {}

    /**
     * What this transmission says of something that we sent.
     *
     * @param problem {@code LGR-005} if we sent no such thing, else empty
     */
    record Judgement(
            String form,
            String level,
            String interchange,
            String group,
            String transaction,
            String document,
            String word,
            String detail,
            String problem,
            Optional<UUID> delivery) {}

    /** Findings are one line of text each. */
    record Interchange(
            String standard,
            String sender,
            String receiver,
            String controlNumber,
            String verdict,
            List<String> findings) {
        public Interchange {
            findings = List.copyOf(findings);
        }
    }

    record Document(
            UUID id,
            int ordinal,
            String messageType,
            String controlNumber,
            String kind,
            String documentNumber,
            String rma,
            String canonicalAddress) {}

    record Acknowledgement(
            UUID delivery,
            String form,
            String controlNumber,
            String verdict,
            String content,
            Instant createdAt) {}

    /**
     * @param nextAttemptAt of one that is awaited: until when
     * @param takenAt when the partner last took it and left its receipt for later
     * @param receipts those that came since, oldest first
     */
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
            Optional<Instant> nextAttemptAt,
            Optional<Instant> takenAt,
            List<CameReceipt> receipts) {
        public Delivery {
            receipts = List.copyOf(receipts);
        }

        /** One whose receipt is not awaited on a connection of its own. */
        public Delivery(
                UUID id,
                Optional<UUID> document,
                String form,
                String target,
                String state,
                int attempts,
                int lastStatus,
                String lastDetail,
                String idempotencyKey,
                Optional<Instant> nextAttemptAt) {
            this(
                    id,
                    document,
                    form,
                    target,
                    state,
                    attempts,
                    lastStatus,
                    lastDetail,
                    idempotencyKey,
                    nextAttemptAt,
                    Optional.empty(),
                    List.of());
        }
    }

    /**
     * A receipt that came on a connection of its own.
     *
     * @param judgement one sentence for people
     * @param headers of its HTTP request, CR LF after each line
     * @param address archive address of its body
     */
    record CameReceipt(
            UUID id, Instant receivedAt, String judgement, String headers, String address) {}
}
