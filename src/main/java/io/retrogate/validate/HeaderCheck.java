package io.retrogate.validate;

import static io.retrogate.edi.DocumentProblem.ENVELOPE_ELEMENT_INVALID;
import static io.retrogate.edi.DocumentProblem.RECEIVER_UNKNOWN;
import static io.retrogate.edi.DocumentProblem.SENDER_UNKNOWN;

import io.retrogate.edi.Delimiters;
import io.retrogate.edi.DocumentProblem;
import io.retrogate.edi.Finding;
import io.retrogate.edi.Finding.Severity;
import io.retrogate.edi.InterchangeHeader;
import io.retrogate.partner.TradingPartner;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What ISA, GS and UNB must say, by the standard and by the agreement. Without the parties, the
 * control number or the version nothing can be answered; the rest of the header does no harm.
 */
final class HeaderCheck {

    private final Optional<TradingPartner> partner;

    HeaderCheck(Optional<TradingPartner> partner) {
        this.partner = partner;
    }

    private static final String APPLICATION = "(?=.*\\S).{1,15}";

    private record Rule(
            int element, String reference, Severity severity, Pattern pattern, String expected) {

        Rule(int element, String reference, Severity severity, String form, String expected) {
            this(element, reference, severity, Pattern.compile(form), expected);
        }
    }

    /** X12 elements I05 to I14. */
    private static final List<Rule> ISA =
            List.of(
                    new Rule(5, "I05", Severity.ERROR, "[0-9A-Z]{2}", "two letters or digits"),
                    new Rule(6, "I06", Severity.ERROR, ".*\\S.*", "the sender"),
                    new Rule(7, "I05", Severity.ERROR, "[0-9A-Z]{2}", "two letters or digits"),
                    new Rule(8, "I07", Severity.ERROR, ".*\\S.*", "the receiver"),
                    new Rule(9, "I08", Severity.WARNING, "[0-9]{6}", "a date YYMMDD"),
                    new Rule(
                            10,
                            "I09",
                            Severity.WARNING,
                            "([01][0-9]|2[0-3])[0-5][0-9]",
                            "a time HHMM"),
                    new Rule(12, "I11", Severity.ERROR, "00[2-9][0-9]{2}", "such as 00401"),
                    new Rule(13, "I12", Severity.ERROR, "[0-9]{9}", "nine digits"),
                    new Rule(14, "I13", Severity.WARNING, "[01]", "0 or 1"),
                    new Rule(15, "I14", Severity.WARNING, "[IPT]", "P, T or I"));

    /**
     * X12 elements I12, I08, I09, I17, I18. Date and time are copies, so only their form counts.
     */
    private static final List<Rule> TA1 =
            List.of(
                    new Rule(1, "I12", Severity.WARNING, "[0-9]{9}", "nine digits"),
                    new Rule(2, "I08", Severity.WARNING, "[0-9]{6}", "six digits"),
                    new Rule(3, "I09", Severity.WARNING, "[0-9]{4}", "four digits"),
                    new Rule(4, "I17", Severity.WARNING, "[AER]", "A, E or R"),
                    new Rule(5, "I18", Severity.WARNING, "[0-9]{3}", "three digits"));

    /** X12 element 479; without it AK101 could not say which group it answers. */
    private static final Rule GS_KIND =
            new Rule(1, "479", Severity.ERROR, "[0-9A-Z]{2}", "two letters, such as AN");

    /** X12 elements 142, 124 and 28. */
    private static final List<Rule> GS =
            List.of(
                    new Rule(2, "142", Severity.WARNING, APPLICATION, "the sender's code"),
                    new Rule(3, "124", Severity.WARNING, APPLICATION, "the receiver's code"),
                    new Rule(6, "28", Severity.ERROR, "[0-9]{1,9}", "one to nine digits"));

    /** S001 0001 and 0002, S002 0004, S003 0010, S004 0017 and 0019, 0020. */
    private static final List<Rule> UNB =
            List.of(
                    new Rule(1, "S001", Severity.ERROR, "UNO[A-Z]:[1-4].*", "a syntax like UNOC:3"),
                    new Rule(2, "0004", Severity.ERROR, "(?s)[^:]+.*", "the sender"),
                    new Rule(3, "0010", Severity.ERROR, "(?s)[^:]+.*", "the receiver"),
                    new Rule(
                            4,
                            "S004",
                            Severity.WARNING,
                            "([0-9]{6}|[0-9]{8}):[0-9]{4}",
                            "a date and a time"),
                    new Rule(5, "0020", Severity.ERROR, ".{1,14}", "one to fourteen characters"));

    void isa(RawSegment isa, InterchangeHeader header, List<Finding> findings) {
        ISA.forEach(rule -> apply(rule, isa, header.delimiters(), findings));
        legible(6, "I06", isa, header, findings);
        legible(8, "I07", isa, header, findings);
        parties(isa, header, 6, 8, findings);
    }

    void ta1(RawSegment ta1, Delimiters delimiters, List<Finding> findings) {
        TA1.forEach(rule -> apply(rule, ta1, delimiters, findings));
    }

    /** Whether GS says which kind of group it opens. */
    boolean gsNamesGroup(RawSegment gs, Delimiters delimiters, List<Finding> findings) {
        int before = findings.size();
        apply(GS_KIND, gs, delimiters, findings);
        return findings.size() == before;
    }

    void gs(RawSegment gs, Delimiters delimiters, List<Finding> findings) {
        GS.forEach(rule -> apply(rule, gs, delimiters, findings));
    }

    void unb(RawSegment unb, InterchangeHeader header, List<Finding> findings) {
        UNB.forEach(rule -> apply(rule, unb, header.delimiters(), findings));
        legible(2, "0004", unb, header, findings);
        legible(3, "0010", unb, header, findings);
        legible(5, "0020", unb, header, findings);
        parties(unb, header, 2, 3, findings);
    }

    private static void apply(
            Rule rule, RawSegment segment, Delimiters delimiters, List<Finding> findings) {
        var value = segment.element(rule.element(), delimiters);
        var text = value.replace(delimiters.component(), ':');
        if (!rule.pattern().matcher(text).matches()) {
            var why = "Expected here: " + rule.expected() + ".";
            var finding =
                    Findings.ofElement(
                            ENVELOPE_ELEMENT_INVALID,
                            segment,
                            delimiters,
                            rule.element(),
                            rule.reference(),
                            why);
            findings.add(Findings.withSeverity(finding, rule.severity()));
        }
    }

    /** An answer cannot repeat a control character, and so names somebody or something else. */
    private void legible(
            int element,
            String reference,
            RawSegment segment,
            InterchangeHeader header,
            List<Finding> findings) {
        var characters = TradingPartner.characters(partner, header);
        var value = segment.element(element, header.delimiters());
        if (value.chars().anyMatch(c -> characters.isControl((char) c))) {
            var why = "There is a control character in it; no answer can repeat that.";
            var finding =
                    Findings.ofElement(
                            ENVELOPE_ELEMENT_INVALID,
                            segment,
                            header.delimiters(),
                            element,
                            reference,
                            why);
            findings.add(Findings.withSeverity(finding, Severity.WARNING));
        }
    }

    private void parties(
            RawSegment segment,
            InterchangeHeader header,
            int sender,
            int receiver,
            List<Finding> findings) {
        if (partner.isEmpty()) {
            return;
        }
        var known = partner.get();
        if (!known.identifiers().contains(header.sender())) {
            var why = header.sender() + " is no identifier of " + known.name() + ".";
            findings.add(party(SENDER_UNKNOWN, segment, header, sender, why));
        }
        if (!known.ownIdentifiers().contains(header.receiver())) {
            var why = header.receiver() + " is not how " + known.name() + " addresses us.";
            findings.add(party(RECEIVER_UNKNOWN, segment, header, receiver, why));
        }
    }

    private static Finding party(
            DocumentProblem problem,
            RawSegment segment,
            InterchangeHeader header,
            int element,
            String why) {
        return Findings.ofElement(problem, segment, header.delimiters(), element, "", why);
    }
}
