package io.retrogate.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads any bytes as a script: which sample, and what happens to its segments and elements. A
 * document that was changed so still looks like one, and gets further than random bytes would.
 */
final class SampleScript {

    private static final String[] VALUES = {
        "",
        "0",
        "1",
        "-1",
        "999999999",
        "0.5",
        "A",
        "ZZ",
        "20260229",
        "261332",
        "2460",
        " ",
        "é",
        "CM",
        "RZ",
        "SN",
        "92",
        "EA",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
    };

    private final List<String> samples;

    private SampleScript(List<String> samples) {
        this.samples = samples;
    }

    /** Over the samples of this folder that are good enough to be recognized. */
    static SampleScript over(Path folder) {
        try {
            var samples = new ArrayList<String>();
            for (var file : files(folder)) {
                samples.add(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
            return new SampleScript(samples);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> files(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(it -> it.endsWith("received.edi")).sorted().toList();
        }
    }

    String play(byte[] script) {
        var step = new Step(script);
        var sample = samples.get(step.next() % samples.size());
        var ends = ends(sample);
        var segments = new ArrayList<>(Arrays.asList(sample.split(Pattern.quote(ends), -1)));
        while (step.isThere() && segments.size() > 1 && segments.size() < 2_000) {
            change(segments, sample, step);
        }
        return String.join(ends, segments);
    }

    private void change(List<String> segments, String sample, Step step) {
        int action = step.next();
        int at = step.next() % segments.size();
        var segment = segments.get(at);
        switch (action % 9) {
            case 0 -> segments.remove(at);
            case 1 -> segments.add(at, segment);
            case 2 -> segments.add(step.next() % segments.size(), segments.remove(at));
            case 3 -> segments.add(at, ofAnother(step, ends(sample)));
            case 4, 5 -> segments.set(at, withElement(segment, sample, step));
            case 6 -> segments.set(at, withCharacter(segment, step));
            case 7 -> segments.subList(at, segments.size()).clear();
            default -> recount(segments, elements(sample));
        }
    }

    private String ofAnother(Step step, String ends) {
        var other = samples.get(step.next() % samples.size());
        var segments = other.split(Pattern.quote(ends(other)), -1);
        return segments[step.next() % segments.length].replace(ends, "");
    }

    private static String withElement(String segment, String sample, Step step) {
        var separator = elements(sample);
        var elements = segment.split(Pattern.quote(separator), -1);
        var value = VALUES[step.next() % VALUES.length];
        int at = step.next() % (elements.length + 1);
        if (at == elements.length) {
            return segment + separator + value;
        }
        elements[at] = value;
        return String.join(separator, elements);
    }

    private static String withCharacter(String segment, Step step) {
        int at = step.next() % (segment.length() + 1);
        var character = String.valueOf((char) step.next());
        return segment.substring(0, at) + character + segment.substring(at);
    }

    /** Or nearly everything would be refused for its number of segments. */
    private static void recount(List<String> segments, String separator) {
        int header = 0;
        for (int i = 0; i < segments.size(); i++) {
            var elements = segments.get(i).strip().split(Pattern.quote(separator), -1);
            if (elements[0].equals("ST") || elements[0].equals("UNH")) {
                header = i;
            } else if (elements.length > 1
                    && (elements[0].equals("SE") || elements[0].equals("UNT"))) {
                elements[1] = String.valueOf(i - header + 1);
                segments.set(i, String.join(separator, elements));
            }
        }
    }

    private static String elements(String sample) {
        int header = Math.max(0, sample.indexOf("UNB"));
        return sample.length() > header + 3 ? sample.substring(header + 3, header + 4) : "*";
    }

    private static String ends(String sample) {
        if (sample.startsWith("ISA") && sample.length() > 105) {
            return sample.substring(105, 106);
        }
        return sample.startsWith("UNA") && sample.length() > 8 ? sample.substring(8, 9) : "'";
    }

    private static final class Step {
        private final byte[] script;
        private int at;

        Step(byte[] script) {
            this.script = script;
        }

        boolean isThere() {
            return at < script.length;
        }

        int next() {
            return isThere() ? script[at++] & 0xFF : 0;
        }
    }
}
