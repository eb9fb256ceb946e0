package io.retrogate.demo;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/** A sample with a document number and control numbers of its own. */
record CrashDocument(String number, boolean overAs2, String text) {

    static List<CrashDocument> make(int count) {
        var request = text("x12/180/request-accepted");
        var announcement = text("edifact/retann/d01b-accepted");
        return IntStream.range(0, count)
                .mapToObj(i -> i % 7 == 3 ? edifact(i, announcement) : x12(i, request))
                .toList();
    }

    private static CrashDocument x12(int i, String sample) {
        var number = String.format("RR-%06d", i);
        return new CrashDocument(
                number,
                true,
                sample.replace("000001001", String.format("%09d", 100_000 + i))
                        .replace("*501*X", "*" + (100_000 + i) + "*X")
                        .replace("GE*1*501", "GE*1*" + (100_000 + i))
                        .replace("RR-20261102-01", number));
    }

    private static CrashDocument edifact(int i, String sample) {
        var number = String.format("NW-%06d", i);
        return new CrashDocument(
                number,
                false,
                sample.replace("NW0000001", String.format("NC%07d", i))
                        .replace("NW-RA-7001", number));
    }

    private static String text(String sample) {
        return new String(Samples.received(sample), StandardCharsets.ISO_8859_1);
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
