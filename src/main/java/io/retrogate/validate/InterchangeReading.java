package io.retrogate.validate;

import static io.retrogate.edi.DocumentProblem.GROUP_CONTROL_NUMBER_DUPLICATE;
import static io.retrogate.edi.DocumentProblem.GROUP_TRAILER_MISSING;
import static io.retrogate.edi.DocumentProblem.INTERCHANGE_TRUNCATED;
import static io.retrogate.edi.DocumentProblem.SEGMENT_TERMINATOR_INVALID;
import static io.retrogate.edi.DocumentProblem.SEGMENT_UNEXPECTED;
import static io.retrogate.edi.DocumentProblem.TRANSACTION_CONTROL_NUMBER_DUPLICATE;
import static io.retrogate.edi.DocumentProblem.TRANSACTION_TRAILER_MISSING;

import io.retrogate.edi.Delimiters;
import io.retrogate.edi.Finding;
import io.retrogate.edi.GroupReport;
import io.retrogate.edi.InterchangeHeader;
import io.retrogate.edi.InterchangeReport;
import io.retrogate.edi.MessageType;
import io.retrogate.edi.Standard;
import io.retrogate.edi.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One interchange while it is being read: what is open, what is done, what was found. The two
 * families of envelopes tell it what their segments mean.
 */
final class InterchangeReading {

    final Delimiters delimiters;
    final List<Finding> findings = new ArrayList<>();
    private final List<GroupReport> groups = new ArrayList<>();
    private final Set<String> groupNumbers = new HashSet<>();
    private final TransactionJudge judge;
    private final long start;
    private Optional<InterchangeHeader> header = Optional.empty();
    private @Nullable GroupDraft group;
    private @Nullable TransactionDraft transaction;
    private int transactions;
    private int lostGroups;
    private long end;
    private boolean closed;
    private Repertoire repertoire = Repertoire.LATIN;

    InterchangeReading(Delimiters delimiters, TransactionJudge judge, long start) {
        this.delimiters = delimiters;
        this.judge = judge;
        this.start = start;
        this.end = start;
    }

    void opened(InterchangeHeader read) {
        header = Optional.of(read);
        repertoire = judge.repertoire(read);
    }

    /** What the trailer says has been checked; nothing more belongs to this interchange. */
    void closed() {
        closed = true;
    }

    /** The interchange's own header was read. */
    boolean isOpen() {
        return header.isPresent();
    }

    int groupCount() {
        return groups.size() + lostGroups + (group == null || group.lost ? 0 : 1);
    }

    int transactionCount() {
        return transactions;
    }

    Optional<GroupDraft> group() {
        return Optional.ofNullable(group);
    }

    Optional<TransactionDraft> transaction() {
        return Optional.ofNullable(transaction);
    }

    /** What this message is judged by beyond its syntax. */
    CompiledRules.Walk rules(MessageType type) {
        return judge.rules(type).begin(delimiters, repertoire.characters());
    }

    /** What the partner tolerates. */
    TransactionJudge judge() {
        return judge;
    }

    void openGroup(GroupDraft opened) throws IOException {
        leaveGroup();
        group = opened;
    }

    /**
     * A transaction set or message without the group that it should stand in: the structure of the
     * interchange is wrong, and nothing below it can be named in an answer.
     */
    void openLostGroup(RawSegment by, String why) throws IOException {
        openGroup(GroupDraft.lost(groupCount() + 1));
        misplaced(by, why);
    }

    /** A segment of the envelope that stands where the interchange may not have it. */
    void misplaced(RawSegment segment, String why) {
        findings.add(Findings.ofSegment(SEGMENT_UNEXPECTED, segment, segment.tag(delimiters), why));
    }

    /** A group whose header names none; what is wrong with it was found in the interchange. */
    void openNamelessGroup() throws IOException {
        openGroup(GroupDraft.lost(groupCount() + 1));
        lostGroups++;
    }

    /**
     * A group that GS or UNG opens.
     *
     * @param element where the header has the control number
     */
    void openGroup(GroupDraft opened, RawSegment by, int element, String reference)
            throws IOException {
        openGroup(opened);
        if (!opened.controlNumber.value().isEmpty() && !groupNumbers.add(number(opened))) {
            opened.findings.add(
                    Findings.ofElement(
                            GROUP_CONTROL_NUMBER_DUPLICATE,
                            by,
                            delimiters,
                            element,
                            reference,
                            "The control number "
                                    + opened.controlNumber
                                    + " was used before in this interchange."));
        }
    }

    /** GS06 is a number; 0048 is text, and so its zeros count. */
    private String number(GroupDraft opened) {
        boolean number = header.map(h -> h.standard() == Standard.X12).orElse(false);
        return number ? opened.controlNumber.unpadded() : opened.controlNumber.value();
    }

    /** The group's trailer was there and has been checked. */
    void closeGroup() throws IOException {
        leaveTransaction();
        if (group != null && !group.lost) {
            groups.add(group.report(start));
        }
        group = null;
    }

    void openTransaction(TransactionDraft opened, GroupDraft within) throws IOException {
        leaveTransaction();
        transactions++;
        transaction = opened;
        if (!within.controlNumbers.add(opened.controlNumber.value())) {
            opened.findings.add(
                    Findings.ofElement(
                            TRANSACTION_CONTROL_NUMBER_DUPLICATE,
                            opened.header,
                            delimiters,
                            judge.controlNumberElement(opened),
                            "",
                            "The control number "
                                    + opened.controlNumber
                                    + " was used before in this group."));
        }
    }

    /** The transaction's trailer was there and has been checked. */
    void closeTransaction() throws IOException {
        if (transaction != null && group != null && !group.lost) {
            judge.judge(transaction, group, delimiters, repertoire);
        }
        keepTransaction();
    }

    private void keepTransaction() throws IOException {
        if (transaction != null && group != null && !group.lost) {
            judge.holdLinesBack(transaction, group, delimiters, repertoire);
            group.transactions.add(transaction.report(group.ordinal, start));
        }
        transaction = null;
    }

    /** A segment that belongs into a transaction set. */
    void content(RawSegment segment) {
        if (transaction != null) {
            transaction.extend(segment);
            repertoire.check(segment, transaction, delimiters);
        } else {
            var tag = segment.tag(delimiters);
            (group == null ? findings : group.findings)
                    .add(
                            Findings.ofSegment(
                                    SEGMENT_UNEXPECTED,
                                    segment,
                                    tag,
                                    tag + " stands outside of every transaction set."));
        }
    }

    /** Of an interchange whose segments cannot be told apart. */
    void readHeader(SegmentReader reader, Envelope envelope, String terminator) throws IOException {
        var header = reader.next().orElseThrow();
        envelope.take(header, this);
        findings.add(
                Findings.ofSegment(
                        SEGMENT_TERMINATOR_INVALID,
                        header,
                        "ISA",
                        "The segment terminator behind ISA16 is '"
                                + terminator
                                + "', several bytes in UTF-8; it has to be a single one."));
    }

    InterchangeReport endingAt(long offset) {
        end = offset;
        return report();
    }

    InterchangeReport read(SegmentReader reader, Envelope envelope) throws IOException {
        boolean first = true;
        while (!closed && (first || !reader.atHeader())) {
            var segment = reader.next();
            if (segment.isEmpty()) {
                break;
            }
            end = segment.get().end();
            envelope.take(segment.get(), this);
            first = false;
            glance(reader);
        }
        if (!closed) {
            leaveGroup();
            findings.add(
                    Findings.ofContent(
                            INTERCHANGE_TRUNCATED,
                            end,
                            "",
                            "The interchange ends without its trailer; something was cut off."));
        }
        return report();
    }

    /** A set that was just opened and is surely right is not read segment by segment. */
    private void glance(SegmentReader reader) throws IOException {
        if (transaction != null
                && transaction.segments == 1
                && judge.surelyRight(transaction, reader, repertoire)) {
            end = transaction.end;
            keepTransaction();
        }
    }

    private InterchangeReport report() {
        var parts = groups.stream().map(GroupReport::verdict).toList();
        return new InterchangeReport(
                header,
                start,
                end,
                Verdict.of(findings).orWorse(Verdict.together(parts)),
                Findings.within(findings, start),
                groups);
    }

    void leaveTransaction() throws IOException {
        if (transaction != null) {
            transaction.findings.add(
                    Findings.ofSegment(
                            TRANSACTION_TRAILER_MISSING,
                            transaction.header,
                            transaction.header.tag(delimiters),
                            "The transaction set that starts here is never closed."));
            closeTransaction();
        }
    }

    void leaveGroup() throws IOException {
        leaveTransaction();
        if (group != null && group.named()) {
            group.findings.add(
                    Findings.ofContent(
                            GROUP_TRAILER_MISSING,
                            end,
                            "",
                            "Functional group " + group.controlNumber + " is never closed."));
        }
        closeGroup();
    }
}
