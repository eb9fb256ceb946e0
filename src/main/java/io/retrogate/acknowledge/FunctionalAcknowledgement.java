package io.retrogate.acknowledge;

import io.retrogate.edi.DocumentProblem;
import io.retrogate.edi.Finding;
import io.retrogate.edi.GroupReport;
import io.retrogate.edi.TransactionReport;
import java.util.Locale;
import java.util.stream.Stream;

/** One 997: what we made of one functional group, from AK1 to AK9. */
record FunctionalAcknowledgement(GroupReport group) {

    private static final int MOST_CODES = 5;
    private static final int MOST_ELEMENTS = 99;
    private static final int LONGEST_COPY = 99;

    /**
     * GS08 of the group that carries it: the partner's own, if there is a 997 that we know in it.
     */
    static String version(GroupReport group) {
        var version = group.version().strip();
        return version.matches("00[45]010[A-Z0-9]{0,6}") ? version : "004010";
    }

    void write(Segments segments, int ordinal) {
        int before = segments.count();
        var number = String.format(Locale.ROOT, "%04d", ordinal);
        segments.add("ST", "997", number);
        segments.add("AK1", group.code(), number(group));
        group.transactions().forEach(transaction -> write(segments, transaction));
        writeSummary(segments, group);
        segments.add("SE", segments.count() - before + 1, number);
    }

    private void write(Segments segments, TransactionReport transaction) {
        // AK201 and AK202 are mandatory even where ST01 or ST02 could not be read.
        segments.add(
                "AK2",
                orElse(transaction.type().code(), "000"),
                orElse(transaction.controlNumber().value(), "0000"));
        FaultySegment.of(transaction).forEach(segment -> write(segments, segment));
        var codes =
                transaction.findings().stream()
                        .map(f -> TransactionErrorCode.of(f.problem(), f.position()));
        segments.add("AK5", codes(Letters.of(group, transaction), codes));
    }

    private void write(Segments segments, FaultySegment segment) {
        segment.ofSegment().stream()
                .map(finding -> SegmentErrorCode.of(finding.problem()))
                .distinct()
                .forEach(code -> segments.add("AK3", tag(segment), segment.position(), "", code));
        var elements = segment.ofElements();
        if (!elements.isEmpty()) {
            var code = SegmentErrorCode.of(elements.get(0).problem());
            segments.add("AK3", tag(segment), segment.position(), "", code);
            elements.stream()
                    .filter(finding -> finding.position().element() > 0)
                    .limit(MOST_ELEMENTS)
                    .forEach(finding -> write(segments, finding));
        }
    }

    private void write(Segments segments, Finding finding) {
        var at = finding.position();
        segments.add(
                "AK4",
                segments.composite(at.element(), at.component() > 0 ? at.component() : ""),
                reference(finding),
                ElementErrorCode.of(finding.problem(), version(group)),
                copy(segments, finding));
    }

    /** AK102 is numeric, whatever stood in GS06: AK905 6 says that it was not. */
    static String number(GroupReport group) {
        var digits = group.controlNumber().value().replaceAll("[^0-9]", "");
        return digits.isEmpty() ? "0" : digits.substring(Math.max(0, digits.length() - 9));
    }

    /** The number of the data element, AK402 and IK402; empty if it is not known. */
    static String reference(Finding finding) {
        return finding.reference().matches("[0-9]{1,4}") ? finding.reference() : "";
    }

    /** The copy of bad data, AK404 and IK404. */
    static String copy(Segments segments, Finding finding) {
        return segments.copy(finding.text(), LONGEST_COPY);
    }

    /** AK9, the same in 997 and 999. */
    static void writeSummary(Segments segments, GroupReport group) {
        int received = group.transactions().size();
        int declared = group.declaredCount() < 0 ? received : group.declaredCount();
        var counts = Stream.of(declared, received, Letters.accepted(group)).map(Object::toString);
        // GS08 names the version, though it is only found unknown with the set that it is about.
        var versions =
                group.transactions().stream()
                        .flatMap(it -> it.findings().stream())
                        .filter(it -> it.problem() == DocumentProblem.VERSION_UNSUPPORTED);
        var codes =
                Stream.concat(group.findings().stream(), versions)
                        .map(f -> GroupErrorCode.of(f.problem(), f.position()));
        segments.add("AK9", with(Letters.of(group), Stream.concat(counts, distinct(codes))));
    }

    /** A letter and at most five different codes behind it, as AK5 and IK5 have them. */
    static Object[] codes(String letter, Stream<String> codes) {
        return with(letter, distinct(codes));
    }

    private static Object[] with(String letter, Stream<String> codes) {
        return Stream.concat(Stream.of(letter), codes).toArray();
    }

    private static Stream<String> distinct(Stream<String> codes) {
        return codes.filter(code -> !code.isEmpty()).distinct().limit(MOST_CODES);
    }

    // AK301 and IK301 are an identifier of two or three characters, whatever stood in the document.
    static String tag(FaultySegment segment) {
        var tag = segment.tag().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        return cut(tag.length() < 2 ? (tag + "ZZ") : tag, 3);
    }

    private static String cut(String value, int length) {
        return value.length() > length ? value.substring(0, length) : value;
    }

    static String orElse(String value, String other) {
        return value.isBlank() ? other : value;
    }
}
