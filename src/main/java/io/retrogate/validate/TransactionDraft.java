package io.retrogate.validate;

import io.retrogate.edi.ControlNumber;
import io.retrogate.edi.Finding;
import io.retrogate.edi.MessageType;
import io.retrogate.edi.TransactionReport;
import io.retrogate.edi.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A transaction set while it is being read. */
final class TransactionDraft {

    final int ordinal;
    final MessageType type;
    final ControlNumber controlNumber;
    final RawSegment header;
    final List<Finding> findings = new ArrayList<>();
    final CompiledRules.Walk content;
    int segments = 1;
    long end;

    /** What the fast lane said already; null if it was not asked, or not of the whole set. */
    FastLane.@Nullable Word word;

    TransactionDraft(
            int ordinal,
            MessageType type,
            String controlNumber,
            RawSegment header,
            CompiledRules.Walk content) {
        this.ordinal = ordinal;
        this.type = type;
        this.controlNumber = new ControlNumber(controlNumber);
        this.header = header;
        this.content = content;
        this.end = header.end();
    }

    /** Takes the next segment in, the trailer included. */
    void extend(RawSegment segment) {
        segments++;
        end = segment.end();
        content.take(segment, segments);
    }

    TransactionReport report(int group, long interchangeStart) {
        return new TransactionReport(
                ordinal,
                group,
                type,
                controlNumber,
                header.start(),
                end,
                header.ordinal(),
                Verdict.of(findings),
                Findings.within(findings, interchangeStart));
    }
}
