package io.retrogate.console;

import io.retrogate.ledger.Arrival;
import io.retrogate.ledger.Attachment;
import io.retrogate.ledger.LedgerView;
import io.retrogate.ledger.Transmission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A ledger in memory whose contents a test decides. */
final class FakeLedgerView implements LedgerView {

    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    static final UUID SETTLED = UUID.fromString("00000000-0000-4000-8000-000000000001");
    static final UUID DOCUMENT = UUID.fromString("00000000-0000-4000-8000-0000000000d1");

    final List<Story> stories = new ArrayList<>();
    final List<String> searches = new ArrayList<>();
    Map<String, Long> counts = Map.of();
    boolean broken;
    boolean readOnly;
    int counted;

    @Override
    public List<Story> search(String text, int limit, int offset) {
        searches.add(text);
        return stories.stream().skip(offset).limit(limit).toList();
    }

    @Override
    public Optional<Story> story(UUID transmission) {
        return stories.stream().filter(s -> s.transmission().id().equals(transmission)).findAny();
    }

    @Override
    public Map<String, Long> counts() {
        if (broken) {
            throw new IllegalStateException("the database at 10.1.2.3 is away");
        }
        counted++;
        return counts;
    }

    @Override
    public boolean writable() {
        counts();
        return !readOnly;
    }

    void clear() {
        stories.clear();
        searches.clear();
        counts = Map.of();
        broken = false;
        readOnly = false;
        counted = 0;
    }

    static Transmission transmission(UUID id, Transmission.State state, String payload) {
        return new Transmission(
                id,
                Arrival.Channel.AS2,
                "acme",
                "<20261123.1@acme.example>",
                "returns 23.x12",
                "wire-1",
                payload,
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                4_512,
                state,
                "",
                NOON);
    }

    /** A file without an envelope of which nothing came. */
    static Story file(String finding) {
        return new Story(
                transmission(SETTLED, Transmission.State.SETTLED, "payload-1"),
                List.of(new Interchange("", "", "", "", "REJECTED", List.of(finding))),
                List.of(),
                List.of(),
                List.of());
    }

    /** An accepted message with a hostile attachment. */
    static Story withAttachment() {
        return new Story(
                transmission(SETTLED, Transmission.State.SETTLED, "payload-1"),
                List.of(
                        new Attachment(
                                "<b>damage.html", "text/html", "attachment-1", "01ff", 2_048)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** Its 997 was taken, and of two receipts the second proves nothing. */
    static Story awaiting() {
        return new Story(
                transmission(SETTLED, Transmission.State.SETTLED, "payload-1"),
                List.of(),
                List.of(),
                List.of(),
                List.of(
                        new Delivery(
                                new UUID(0, 0xa1),
                                Optional.empty(),
                                "997",
                                "acme",
                                "AWAITED",
                                1,
                                200,
                                "taken; the receipt will come",
                                "key-2",
                                Optional.of(NOON.plusSeconds(3600)),
                                Optional.of(NOON),
                                List.of(
                                        receipt(1, "MIC_MISMATCH other bytes"),
                                        receipt(2, "RECEIPT_UNSIGNED <b>not signed")))));
    }

    private static CameReceipt receipt(int number, String judgement) {
        return new CameReceipt(
                new UUID(0, 0xc0 + number),
                NOON.plusSeconds(number),
                judgement,
                "AS2-From: acme\r\n",
                "receipt-" + number);
    }

    /** A 180 that went well, with this document number. */
    static Story settled(String documentNumber) {
        var ack = new UUID(0, 0xa1);
        return new Story(
                transmission(SETTLED, Transmission.State.SETTLED, "payload-1"),
                List.of(
                        new Interchange(
                                "X12",
                                "ZZ:ACME",
                                "ZZ:RETROGATE",
                                "000000101",
                                "ACCEPTED_WITH_ERRORS",
                                List.of("DOC-048 BLI[9]-02 XX: no code of the list"))),
                List.of(
                        new Document(
                                DOCUMENT,
                                1,
                                "180 004010",
                                "0001",
                                "return.authorization",
                                documentNumber,
                                "RMA-7001",
                                "canonical-1")),
                List.of(
                        new Acknowledgement(
                                ack, "997", "000000007", "E", "UNB+UNOC:3'UCI+101'", NOON)),
                List.of(
                        new Delivery(
                                new UUID(0, 0xb1),
                                Optional.of(DOCUMENT),
                                "canonical",
                                "erp",
                                "RETRY",
                                2,
                                503,
                                "Service Unavailable",
                                "key-1",
                                Optional.of(NOON.plusSeconds(30))),
                        new Delivery(
                                ack,
                                Optional.empty(),
                                "997",
                                "acme",
                                "DELIVERED",
                                1,
                                200,
                                "",
                                "key-2",
                                Optional.empty())));
    }
}
