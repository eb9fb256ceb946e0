package io.retrogate.acknowledge;

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

    void write(Segments segments, int ordinal) {
        int before = segments.count();
        var number = String.format(Locale.ROOT, "%04d", ordinal);
        segments.add("ST", "997", number);
        segments.add("AK1", group.code(), group.controlNumber());
        group.transactions().forEach(transaction -> write(segments, transaction));
        writeSummary(segments);
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
        segments.add("AK5", with(Letters.of(group, transaction), distinct(codes)));
    }

    private static void write(Segments segments, FaultySegment segment) {
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

    private static void write(Segments segments, Finding finding) {
        var at = finding.position();
        var reference = finding.reference().matches("[0-9]{1,4}") ? finding.reference() : "";
        segments.add(
                "AK4",
                segments.composite(at.element(), at.component() > 0 ? at.component() : ""),
                reference,
                ElementErrorCode.of(finding.problem()),
                cut(finding.text().strip(), LONGEST_COPY));
    }

    private void writeSummary(Segments segments) {
        int received = group.transactions().size();
        int declared = group.declaredCount() < 0 ? received : group.declaredCount();
        var counts = Stream.of(declared, received, Letters.accepted(group)).map(Object::toString);
        var codes =
                group.findings().stream().map(f -> GroupErrorCode.of(f.problem(), f.position()));
        segments.add("AK9", with(Letters.of(group), Stream.concat(counts, distinct(codes))));
    }

    private static Object[] with(String letter, Stream<String> codes) {
        return Stream.concat(Stream.of(letter), codes).toArray();
    }

    private static Stream<String> distinct(Stream<String> codes) {
        return codes.filter(code -> !code.isEmpty()).distinct().limit(MOST_CODES);
    }

    // AK301 is an identifier of two or three characters, whatever stood in the document.
    private static String tag(FaultySegment segment) {
        var tag = segment.tag().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        return cut(tag.length() < 2 ? (tag + "ZZ") : tag, 3);
    }

    private static String cut(String value, int length) {
        return value.length() > length ? value.substring(0, length) : value;
    }

    private static String orElse(String value, String other) {
        return value.isBlank() ? other : value;
    }
}
