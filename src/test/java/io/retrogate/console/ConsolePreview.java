package io.retrogate.console;

import io.retrogate.ledger.Arrival;
import io.retrogate.ledger.LedgerView;
import io.retrogate.ledger.Transmission;
import io.retrogate.partner.FolderProblem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.SpringApplication;

/**
 * Shows the console with invented data, to look at while changing it: {@code ConsolePreview
 * --server.port=18080 --management.server.port=18081 --retrogate.data=target/preview}; {@code
 * --empty} shows it without any.
 */
final class ConsolePreview {

    private ConsolePreview() {}

    public static void main(String[] arguments) {
        var context = SpringApplication.run(ConsoleHouse.class, arguments);
        if (List.of(arguments).contains("--empty")) {
            return;
        }
        var ledger = context.getBean(FakeLedgerView.class);
        for (int i = 0; i < 40; i++) {
            ledger.stories.add(story(i));
        }
        ledger.counts =
                Map.of(
                        "transmission.RECEIVED", 3L,
                        "transmission.SETTLED", 48_211L,
                        "transmission.REFUSED", 12L,
                        "transmission.FAILED", 1L,
                        "delivery.DELIVERED", 91_022L,
                        "delivery.IN_FLIGHT", 4L,
                        "delivery.RETRY", 17L,
                        "delivery.DEAD", 2L);
        context.getBean(FakePartners.class)
                .problems
                .add(
                        new FolderProblem(
                                FakeArchive.Problem.GONE,
                                Path.of("routes/nordwind/agreement.yaml"),
                                14,
                                "acknowledge must be 997, CONTRL or none, not 999."));
        var archive = context.getBean(FakeArchive.class);
        archive.kept.put("payload-1", "UNA:+.? 'UNB+UNOC:3'");
        archive.kept.put("canonical-1", "{\"kind\":\"return.authorization\"}");
    }

    private static LedgerView.Story story(int i) {
        return switch (i % 6) {
            case 1 -> unjudged(i, Transmission.State.RECEIVED, "");
            case 3 -> unjudged(i, Transmission.State.REFUSED, "authentication-failed");
            case 4 -> judged(i, "REJECTED", "R", "DEAD", 422);
            case 5 -> judged(i, "ACCEPTED_WITH_ERRORS", "E", "RETRY", 503);
            default -> judged(i, "ACCEPTED", "A", "DELIVERED", 202);
        };
    }

    private static LedgerView.Story unjudged(int i, Transmission.State state, String refusal) {
        return new LedgerView.Story(
                transmission(i, state, refusal), List.of(), List.of(), List.of(), List.of());
    }

    private static LedgerView.Story judged(
            int i, String verdict, String letter, String state, int status) {
        var document = new UUID(2, i);
        var findings = new ArrayList<String>();
        if (!letter.equals("A")) {
            findings.add(
                    "DOC-048 error SN1[27]-03 XQ: the code XQ is not in the list of data element"
                            + " 355. Use a code from the element's code list.");
            findings.add(
                    "DOC-041 error N1[6]-04: N104 is required because N103 is present. Fill in the"
                            + " element; another one that is present requires it.");
        }
        var number = "RT-2026-" + (48_211 - i);
        var rejected = letter.equals("R");
        var documents =
                new LedgerView.Document(
                        document,
                        1,
                        i % 2 == 0 ? "180 004010" : "RETANN D01B EAN003",
                        "0001",
                        i % 2 == 0 ? "return.authorization" : "return.announcement",
                        number,
                        "RMA-77" + (120 + i),
                        "canonical-1");
        return new LedgerView.Story(
                transmission(i, Transmission.State.SETTLED, ""),
                List.of(
                        new LedgerView.Interchange(
                                i % 2 == 0 ? "X12" : "EDIFACT",
                                "14:4012345000009",
                                "14:4098765000003",
                                "000000" + (411 - i),
                                verdict,
                                findings)),
                rejected ? List.of() : List.of(documents),
                List.of(
                        new LedgerView.Acknowledgement(
                                new UUID(3, i),
                                i % 2 == 0 ? "997" : "CONTRL",
                                "000000" + (907 - i),
                                letter,
                                "UNB+UNOC:3+4098765000003:14+4012345000009:14+261123:1201+907'"
                                        + "UNH+1+CONTRL:3:1:UN'UCI+411+4012345000009:14"
                                        + "+4098765000003:14+7'UNT+3+1'UNZ+1+907'",
                                FakeLedgerView.NOON)),
                rejected
                        ? List.of(answer(i))
                        : List.of(
                                delivery(i, document, "erp-sap", state, status),
                                delivery(i + 1000, document, "3pl-nord", "DELIVERED", 202),
                                answer(i)));
    }

    private static LedgerView.Delivery answer(int i) {
        return new LedgerView.Delivery(
                new UUID(3, i),
                Optional.empty(),
                i % 2 == 0 ? "997" : "CONTRL",
                "acme",
                "DELIVERED",
                1,
                200,
                "",
                new UUID(5, i).toString(),
                Optional.empty());
    }

    private static LedgerView.Delivery delivery(
            int i, UUID document, String target, String state, int status) {
        var retry = state.equals("RETRY");
        return new LedgerView.Delivery(
                new UUID(4, i),
                Optional.of(document),
                "canonical",
                target,
                state,
                retry ? 3 : 1,
                status,
                retry ? "The endpoint asked to wait 120 s." : "",
                "b6a0c1de-77f0-4f0e-8d0f-0000000000" + (10 + i % 80),
                retry ? Optional.of(FakeLedgerView.NOON.plusSeconds(120)) : Optional.empty());
    }

    private static Transmission transmission(int i, Transmission.State state, String refusal) {
        var sftp = i % 2 == 1;
        return new Transmission(
                new UUID(0x8f3c_0000_0000_4000L, 0x8000_0000_0000_0000L + i),
                sftp ? Arrival.Channel.SFTP : Arrival.Channel.AS2,
                refusal.isEmpty() ? (sftp ? "nordwind" : "acme") : "",
                sftp
                        ? "retann_20261123_" + i + ".edi"
                        : "<20261123120" + i + ".7f2e@as2.acme.example>",
                sftp ? "" : "rma_" + i + ".x12",
                "wire-1",
                refusal.isEmpty() ? "payload-1" : "",
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                4_512L * (i * i + 1),
                state,
                refusal,
                FakeLedgerView.NOON.minusSeconds(97L * i));
    }
}
