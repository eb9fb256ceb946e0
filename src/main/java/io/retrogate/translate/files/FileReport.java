package io.retrogate.translate.files;

import io.retrogate.edi.ControlNumber;
import io.retrogate.edi.Finding;
import io.retrogate.edi.GroupReport;
import io.retrogate.edi.InterchangeReport;
import io.retrogate.edi.MessageType;
import io.retrogate.edi.PartyId;
import io.retrogate.edi.TransactionReport;
import io.retrogate.edi.Verdict;
import io.retrogate.translate.smooks.RecordDefect;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What was found in a file, in the form of an interchange without an envelope. */
public record FileReport(MessageType type, long size, int documents, List<RecordDefect> defects) {

    private static final PartyId NOBODY = new PartyId("", "");
    private static final ControlNumber NONE = new ControlNumber("");

    public FileReport {
        defects = List.copyOf(defects);
    }

    /** Whether this document, counted from 1, can be handed on. */
    public boolean usable(int document) {
        return defects.stream().noneMatch(it -> it.document() == 0 || it.document() == document);
    }

    /** Each document of the file stands as one transaction set; none has a control number. */
    public InterchangeReport interchange() {
        var told = AlikeDefects.told(defects, documents);
        var transactions =
                IntStream.rangeClosed(1, documents)
                        .mapToObj(ordinal -> transaction(ordinal, findings(told, ordinal)))
                        .toList();
        var whole = findings(told, 0);
        var parts = transactions.stream().map(TransactionReport::verdict).toList();
        var verdict = Verdict.of(whole).orWorse(Verdict.together(parts));
        var group =
                new GroupReport(
                        1, "", NOBODY, NOBODY, NONE, "", -1, verdict, List.of(), transactions);
        return new InterchangeReport(Optional.empty(), 0, size, verdict, whole, List.of(group));
    }

    private TransactionReport transaction(int ordinal, List<Finding> found) {
        return new TransactionReport(
                ordinal,
                1,
                type,
                NONE,
                0,
                size,
                1,
                usable(ordinal) ? Verdict.ACCEPTED : Verdict.REJECTED,
                found);
    }

    private static List<Finding> findings(List<RecordDefect> told, int document) {
        return told.stream()
                .filter(it -> it.document() == document)
                .map(RecordDefect::finding)
                .toList();
    }
}
