package io.retrogate.validate;

import io.retrogate.edi.DocumentProblem;
import io.retrogate.edi.Finding;
import io.retrogate.edi.Finding.Severity;
import io.retrogate.edi.lane.TransactionIndex;
import io.retrogate.partner.Guide;
import java.util.Set;
import java.util.function.Consumer;

/**
 * How often a partner's guide has a segment, in the whole message or in each line.
 *
 * @param segment which one, and when it counts
 * @param line the segment each line starts with; empty for the whole message
 */
record GuideSegmentRule(Field segment, String line, Guide.Rule rule) implements ContentRule {

    private static final int SE = TransactionIndex.packed("SE");
    private static final int UNT = TransactionIndex.packed("UNT");

    @Override
    public Set<String> tags() {
        return line.isEmpty()
                ? Set.of(segment.tag(), "SE", "UNT")
                : Set.of(segment.tag(), line, "SE", "UNT");
    }

    @Override
    public Check begin(Consumer<Finding> findings) {
        return new Check() {
            private boolean within = line.isEmpty();
            private int count;

            @Override
            public void take(Elements found) {
                boolean next = !line.isEmpty() && found.isTag(TransactionIndex.packed(line));
                if (next || found.isTag(SE) || found.isTag(UNT)) {
                    close(found);
                    within |= next;
                    count = 0;
                }
                if (within && found.isTag(segment.packedTag()) && segment.counts(found, 0)) {
                    count++;
                    tooMany(found);
                }
            }

            private void tooMany(Elements found) {
                if (rule.verb() == Guide.Verb.FORBID) {
                    var why = "The partner's guide forbids " + name() + ".";
                    findings.accept(
                            found.finding(
                                    DocumentProblem.GUIDE_SEGMENT_FORBIDDEN,
                                    Severity.ERROR,
                                    0,
                                    0,
                                    why));
                } else if (rule.verb() == Guide.Verb.LIMIT && count == rule.max() + 1) {
                    var why = "The partner's guide has " + name() + " " + rule.max() + " times.";
                    findings.accept(
                            found.finding(
                                    DocumentProblem.GUIDE_SEGMENT_TOO_OFTEN,
                                    Severity.ERROR,
                                    0,
                                    0,
                                    why));
                }
            }

            private void close(Elements found) {
                if (rule.verb() == Guide.Verb.REQUIRE && within && count == 0) {
                    var why = "The partner's guide requires " + name() + " before here.";
                    var missing =
                            found.finding(
                                    DocumentProblem.GUIDE_SEGMENT_MISSING,
                                    Severity.ERROR,
                                    0,
                                    0,
                                    why);
                    findings.accept(
                            new Finding(
                                    missing.problem(),
                                    missing.severity(),
                                    missing.position(),
                                    segment.tag(),
                                    "",
                                    why));
                }
            }
        };
    }

    private String name() {
        return segment.tag() + (rule.when().isEmpty() ? "" : " with " + rule.when());
    }
}
