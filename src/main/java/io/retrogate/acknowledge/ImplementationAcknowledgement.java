package io.retrogate.acknowledge;

import static io.retrogate.edi.DocumentProblem.ELEMENTS_EXCLUDE_EACH_OTHER;
import static io.retrogate.edi.DocumentProblem.ELEMENT_CONDITIONALLY_MISSING;

import io.retrogate.edi.Finding;
import io.retrogate.edi.GroupReport;
import io.retrogate.edi.TransactionReport;
import java.util.Locale;

/** One 999: what we made of one functional group, from AK1 to AK9, as of 005010. */
record ImplementationAcknowledgement(GroupReport group, SegmentPlaces places) {

    private static final String RELEASE = "005010";
    private static final int MOST_LETTERS = 12;

    /**
     * GS08 of the group that carries it. A group that follows an implementation guide of X12 is
     * answered by X12's guide for the 999, any other by the plain standard.
     */
    static String version(GroupReport group) {
        return group.version().strip().matches("[0-9]{6}X[0-9]{3}[A-Z0-9]*")
                ? RELEASE + "X231A1"
                : RELEASE;
    }

    void write(Segments segments, int ordinal) {
        int before = segments.count();
        var number = String.format(Locale.ROOT, "%04d", ordinal);
        var guide = version(group);
        // ST03 names the guide; the plain standard has none.
        segments.add("ST", "999", number, guide.equals(RELEASE) ? "" : guide);
        var version = group.version().strip();
        segments.add(
                "AK1",
                group.code(),
                FunctionalAcknowledgement.number(group),
                version.length() > MOST_LETTERS ? version.substring(0, MOST_LETTERS) : version);
        group.transactions().forEach(transaction -> write(segments, transaction));
        FunctionalAcknowledgement.writeSummary(segments, group);
        segments.add("SE", segments.count() - before + 1, number);
    }

    private void write(Segments segments, TransactionReport transaction) {
        // AK201 and AK202 are mandatory even where ST01 or ST02 could not be read.
        segments.add(
                "AK2",
                FunctionalAcknowledgement.orElse(transaction.type().code(), "000"),
                FunctionalAcknowledgement.orElse(transaction.controlNumber().value(), "0000"));
        FaultySegment.of(transaction).forEach(segment -> write(segments, transaction, segment));
        var codes =
                transaction.findings().stream()
                        .map(f -> ImplementationTransactionCode.of(f.problem(), f.position()));
        segments.add("IK5", FunctionalAcknowledgement.codes(Letters.of(group, transaction), codes));
    }

    private void write(Segments segments, TransactionReport transaction, FaultySegment segment) {
        var tag = FunctionalAcknowledgement.tag(segment);
        var loop = places.loop(transaction.type(), segment.tag());
        segment.ofSegment().stream()
                .map(finding -> ImplementationSegmentCode.of(finding.problem()))
                .distinct()
                .forEach(code -> segments.add("IK3", tag, segment.position(), loop, code));
        var elements = segment.ofElements();
        if (!elements.isEmpty()) {
            var code = ImplementationSegmentCode.of(elements.get(0).problem());
            segments.add("IK3", tag, segment.position(), loop, code);
            for (var finding : elements) {
                if (finding.position().element() > 0) {
                    writeElement(segments, finding);
                    writeTrigger(segments, transaction, finding, tag, loop);
                }
            }
        }
    }

    private static void writeElement(Segments segments, Finding finding) {
        var at = finding.position();
        segments.add(
                "IK4",
                segments.composite(
                        at.element(),
                        at.component() > 0 ? at.component() : "",
                        at.occurrence() > 1 ? at.occurrence() : ""),
                FunctionalAcknowledgement.reference(finding),
                ImplementationElementCode.of(finding.problem()),
                FunctionalAcknowledgement.copy(segments, finding));
    }

    /** The element that made this one wrong, as a relation between elements has two ends. */
    private void writeTrigger(
            Segments segments,
            TransactionReport transaction,
            Finding finding,
            String tag,
            String loop) {
        if (finding.problem() != ELEMENT_CONDITIONALLY_MISSING
                && finding.problem() != ELEMENTS_EXCLUDE_EACH_OTHER) {
            return;
        }
        var trigger = places.trigger(transaction.type(), finding);
        segments.add(
                "CTX",
                segments.composite("SITUATIONAL TRIGGER"),
                tag,
                finding.position().segmentInTransaction(),
                loop,
                trigger > 0 ? trigger : "");
    }
}
