package io.retrogate.demo;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A sample with a document number and control numbers of its own. */
record CrashDocument(List<String> numbers, boolean overAs2, String text) {

    CrashDocument {
        numbers = List.copyOf(numbers);
    }

    /** The last of its documents stands for the message. */
    String number() {
        return numbers.get(numbers.size() - 1);
    }

    static List<CrashDocument> make(int count) {
        var request = text("x12/180/request-accepted");
        var announcement = text("edifact/retann/d01b-accepted");
        return IntStream.range(0, count)
                .mapToObj(i -> i % 7 == 3 ? edifact(i, announcement) : x12(i, request))
                .toList();
    }

    /** One in seven holds three documents, more than one instalment. */
    private static CrashDocument x12(int i, String sample) {
        var number = String.format("RR-%06d", i);
        var numbers = i % 7 == 5 ? List.of(number + "-1", number + "-2", number) : List.of(number);
        var set = sample.substring(sample.indexOf("ST*"), sample.indexOf("GE*"));
        var sets =
                IntStream.range(0, numbers.size())
                        .mapToObj(
                                k ->
                                        set.replace("*0001~", "*000" + (k + 1) + "~")
                                                .replace("RR-20261102-01", numbers.get(k)))
                        .collect(Collectors.joining());
        return new CrashDocument(
                numbers,
                true,
                sample.replace(set, sets)
                        .replace("000001001", String.format("%09d", 100_000 + i))
                        .replace("*501*X", "*" + (100_000 + i) + "*X")
                        .replace("GE*1*501", "GE*" + numbers.size() + "*" + (100_000 + i)));
    }

    private static CrashDocument edifact(int i, String sample) {
        var number = String.format("NW-%06d", i);
        return new CrashDocument(
                List.of(number),
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
