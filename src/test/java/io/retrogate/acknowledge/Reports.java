package io.retrogate.acknowledge;

import io.retrogate.edi.ControlNumber;
import io.retrogate.edi.Delimiters;
import io.retrogate.edi.DocumentProblem;
import io.retrogate.edi.Finding;
import io.retrogate.edi.Finding.Severity;
import io.retrogate.edi.GroupReport;
import io.retrogate.edi.InterchangeHeader;
import io.retrogate.edi.InterchangeReport;
import io.retrogate.edi.MessageType;
import io.retrogate.edi.PartyId;
import io.retrogate.edi.Position;
import io.retrogate.edi.Standard;
import io.retrogate.edi.TransactionReport;
import io.retrogate.edi.Verdict;
import io.retrogate.partner.DocumentAgreement;
import io.retrogate.partner.TradingPartner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Builds the reports that a validation would give. */
final class Reports {

    static final Delimiters X12 = new Delimiters('*', '>', '~', '\0', '\0', '.');
    static final Delimiters EDIFACT = new Delimiters('+', ':', '\'', '\0', '?', '.');
    static final PartyId ACME = new PartyId("ZZ", "ACME");
    static final PartyId US = new PartyId("01", "RETROGATE");

    private Reports() {}

    static InterchangeHeader x12Header() {
        return x12Header(X12, false);
    }

    static InterchangeHeader x12Header(Delimiters delimiters, boolean acknowledgementRequested) {
        return new InterchangeHeader(
                Standard.X12,
                ACME,
                US,
                new ControlNumber("000000107"),
                "00401",
                "",
                "260203",
                "0915",
                acknowledgementRequested,
                false,
                delimiters);
    }

    static InterchangeHeader edifactHeader(String version) {
        return edifactHeader(version, EDIFACT);
    }

    static InterchangeHeader edifactHeader(String version, Delimiters delimiters) {
        return new InterchangeHeader(
                Standard.EDIFACT,
                new PartyId("14", "4012345000009"),
                new PartyId("14", "4098765000000"),
                new ControlNumber("RET107"),
                version,
                "UNOC",
                "260203",
                "0915",
                true,
                true,
                delimiters);
    }

    static InterchangeReport interchange(InterchangeHeader header, GroupReport... groups) {
        return interchange(header, Verdict.ACCEPTED, List.of(), groups);
    }

    static InterchangeReport interchange(
            InterchangeHeader header,
            Verdict verdict,
            List<Finding> findings,
            GroupReport... groups) {
        return new InterchangeReport(
                Optional.of(header), 0, 1000, verdict, findings, List.of(groups));
    }

    /** With the verdict that follows from its transactions. */
    static GroupReport group(String code, TransactionReport... transactions) {
        return group(code, verdict(List.of(transactions)), List.of(), transactions);
    }

    static GroupReport group(
            String code,
            Verdict verdict,
            List<Finding> findings,
            TransactionReport... transactions) {
        return new GroupReport(
                1,
                code,
                new PartyId("", "ACMEAPP"),
                new PartyId("", "RETAPP"),
                new ControlNumber("31"),
                "004010",
                transactions.length,
                verdict,
                findings,
                List.of(transactions));
    }

    static TransactionReport shipNotice(String number, Finding... findings) {
        return transaction(MessageType.x12("856", "004010"), number, findings);
    }

    static TransactionReport returnNotice(String number, Finding... findings) {
        return transaction(MessageType.edifact("RETANN", "D01B", "EAN003"), number, findings);
    }

    /** Rejected if one of the findings is an error. */
    static TransactionReport transaction(MessageType type, String number, Finding... findings) {
        boolean error = Arrays.stream(findings).anyMatch(f -> f.severity() == Severity.ERROR);
        var verdict =
                error
                        ? Verdict.REJECTED
                        : findings.length > 0 ? Verdict.ACCEPTED_WITH_ERRORS : Verdict.ACCEPTED;
        return new TransactionReport(
                1, 1, type, new ControlNumber(number), 0, 10, 3, verdict, List.of(findings));
    }

    static Finding error(DocumentProblem problem, Position position) {
        return finding(problem, Severity.ERROR, position, "", "");
    }

    static Finding finding(
            DocumentProblem problem,
            Severity severity,
            Position position,
            String reference,
            String text) {
        return new Finding(problem, severity, position, reference, text, "Something is wrong.");
    }

    /** In the transaction, counted from ST or UNH. */
    static Position at(String tag, int segment, int element, int component) {
        return new Position(segment + 2, segment, tag, element, component, 1, 0);
    }

    /** A partner who wants this answer to every 856 and 180. */
    static TradingPartner agreed(String acknowledge) {
        return new TradingPartner(
                "acme",
                Path.of("routes/acme"),
                List.of(ACME),
                List.of(US),
                Optional.empty(),
                Stream.of("856", "180")
                        .map(
                                set ->
                                        new DocumentAgreement(
                                                DocumentAgreement.Direction.INBOUND,
                                                MessageType.x12(set, "004010"),
                                                acknowledge,
                                                List.of("erp")))
                        .toList(),
                "as2");
    }

    static Position at(String tag) {
        return at(tag, 0, 0, 0);
    }

    private static Verdict verdict(List<TransactionReport> transactions) {
        var verdicts = new ArrayList<>(transactions.stream().map(t -> t.verdict()).toList());
        if (!verdicts.isEmpty() && verdicts.stream().allMatch(Verdict.REJECTED::equals)) {
            return Verdict.REJECTED;
        }
        if (verdicts.contains(Verdict.REJECTED)) {
            return Verdict.PARTIAL;
        }
        return verdicts.contains(Verdict.ACCEPTED_WITH_ERRORS)
                ? Verdict.ACCEPTED_WITH_ERRORS
                : Verdict.ACCEPTED;
    }
}
