package io.retrogate.translate.rule;

import io.retrogate.edi.DocumentProblem;
import io.retrogate.edi.Finding;
import io.retrogate.edi.Finding.Severity;
import io.retrogate.edi.InterchangeHeader;
import io.retrogate.edi.Position;
import io.retrogate.edi.Standard;
import io.retrogate.edi.TransactionReport;
import io.retrogate.translate.tree.HeldLines;
import io.retrogate.translate.tree.Loop;
import io.retrogate.translate.tree.Segment;
import io.retrogate.translate.tree.Spot;
import io.retrogate.translate.value.Surroundings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The translation of one transaction set: where it stands, and what was found on the way. */
public final class Translation {

    private final InterchangeHeader header;
    private final TransactionReport transaction;
    private final long offset;
    private final Instant receivedAt;
    private final Consumer<Rule> fired;
    private final List<Finding> findings = new ArrayList<>();
    private String kind = "";
    private @Nullable HeldLines held;

    /**
     * @param offset bytes from the start of the interchange to the transaction set
     */
    public Translation(
            InterchangeHeader header,
            TransactionReport transaction,
            long offset,
            Instant receivedAt) {
        this(header, transaction, offset, receivedAt, rule -> {});
    }

    /**
     * @param fired is told of each rule that found something
     */
    public Translation(
            InterchangeHeader header,
            TransactionReport transaction,
            long offset,
            Instant receivedAt,
            Consumer<Rule> fired) {
        this.fired = fired;
        this.header = header;
        this.transaction = transaction;
        this.offset = offset;
        this.receivedAt = receivedAt;
    }

    /** The same again, with these findings to begin with. */
    public Translation again(List<Finding> known) {
        var again = new Translation(header, transaction, offset, receivedAt, fired);
        again.findings.addAll(known);
        return again;
    }

    /** These lines are not to be in the message. */
    public void passOver(HeldLines lines) {
        held = lines;
    }

    public boolean passesOver(Segment segment) {
        return held != null && held.have(segment);
    }

    public boolean holdsBack() {
        return held != null && !held.held().isEmpty();
    }

    /** Which line of the document this is, where it is so many of those that are read. */
    int line(Spot spot) {
        return spot.ordinal() + (held == null ? 0 : held.before(spot.at()));
    }

    /** Takes what the other one found in place of its own. */
    public void become(Translation other) {
        findings.clear();
        findings.addAll(other.findings);
    }

    void fired(Rule rule) {
        fired.accept(rule);
    }

    public void decide(String label) {
        kind = label;
    }

    String kind() {
        return kind;
    }

    public List<Finding> findings() {
        return findings;
    }

    public boolean failed() {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }

    public Surroundings around(String time, String zone, String format) {
        boolean x12 = header.standard() == Standard.X12;
        return new Surroundings(decimalMarks(), time, zone, x12 ? "X12" : format, receivedAt);
    }

    /** Whether decimals may stand behind a point. */
    public boolean readsPoint() {
        return decimalMarks().indexOf('.') >= 0;
    }

    /** From syntax 4 on, comma and point are equal; before, UNA says which. */
    private String decimalMarks() {
        char mark = header.delimiters().decimalMark();
        if (header.standard() == Standard.X12) {
            return ".";
        }
        return header.version().compareTo("4") >= 0 ? ".," : mark == ',' ? "," : ".";
    }

    /** Where a value stands, in the form of a message's {@code source}. */
    String source(Spot spot) {
        return position(spot).toString();
    }

    void missing(Spot spot, String what) {
        add(
                DocumentProblem.VALUE_REQUIRED,
                Severity.ERROR,
                spot,
                "The message needs " + what + ", and nothing stands here.");
    }

    void unreadable(Spot spot, Severity severity, String expected) {
        add(
                DocumentProblem.VALUE_INVALID,
                severity,
                spot,
                "'" + spot.text() + "' was found where " + expected + " was expected.");
    }

    /** What an expression of the mapping makes of this document has no place in the message. */
    void uncomputable(Spot root, String what) {
        add(
                DocumentProblem.VALUE_INVALID,
                Severity.ERROR,
                root,
                "The mapping cannot compute of this document what it has to: " + what);
    }

    /** A segment names a parent that does not come before it (HL02, CPS 7166). */
    public void orphan(Loop loop, Segment segment) {
        unreadable(
                new Spot(loop, segment, 2, 0, 1),
                Severity.ERROR,
                "the number of an earlier " + segment.tag());
    }

    private void add(DocumentProblem problem, Severity severity, Spot spot, String explanation) {
        findings.add(new Finding(problem, severity, position(spot), "", spot.text(), explanation));
    }

    private Position position(Spot spot) {
        var segment = spot.at();
        return new Position(
                transaction.firstSegment() + segment.ordinal() - 1,
                segment.ordinal(),
                segment.tag(),
                spot.element(),
                spot.component(),
                0,
                offset + segment.offset(spot.element()));
    }
}
