package io.retrogate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** Samples with something wrong in them, the same ones for the same seed. */
final class Mutants {

    private static final Pattern LINE =
            Pattern.compile("[~'\\s](BLI|CDD|LIN|RCD|W01|W04|W07|W12|W19)[*+]");
    private static final Pattern VALUE = Pattern.compile("(?<=[A-Z0-9][*+])[^*+:>'~|\\r\\n]+");

    private final List<String> corpus;
    private final List<String> withLines;
    private final Random random;

    Mutants(long seed) throws IOException {
        this.corpus = corpus();
        this.withLines =
                corpus.stream()
                        .filter(it -> LINE.matcher(it).results().skip(1).count() > 0)
                        .toList();
        this.random = new Random(seed);
    }

    String next() {
        return mutant(corpus.get(random.nextInt(corpus.size())));
    }

    /** One element of one segment says something else, or nothing; behind where lines start. */
    String withAnotherValue() {
        var text = withLines.get(random.nextInt(withLines.size()));
        int lines = LINE.matcher(text).results().findFirst().orElseThrow().start();
        var values = VALUE.matcher(text).results().filter(it -> it.start() > lines).toList();
        var value = values.get(random.nextInt(values.size()));
        var other = List.of("", "many", "Q", "9999999999999999999999").get(random.nextInt(4));
        return text.substring(0, value.start()) + other + text.substring(value.end());
    }

    /** One to three characters gone, doubled or replaced, behind the interchange header. */
    private String mutant(String text) {
        var mutant = new StringBuilder(text);
        for (int n = random.nextInt(3); n >= 0 && mutant.length() > 200; n--) {
            int at = 110 + random.nextInt(mutant.length() - 120);
            switch (random.nextInt(4)) {
                case 0 -> mutant.deleteCharAt(at);
                case 1 -> mutant.insert(at, mutant.charAt(at));
                case 2 -> mutant.setCharAt(at, "AZ09*+~':>?\u00e9".charAt(random.nextInt(12)));
                default -> mutant.delete(at, Math.min(mutant.length() - 5, at + 12));
            }
        }
        return mutant.toString();
    }

    /** All samples as they are. */
    static List<String> corpus() throws IOException {
        try (var files = Files.walk(Path.of("edi-samples"))) {
            var corpus = new ArrayList<String>();
            for (var file :
                    files.filter(file -> file.endsWith("received.edi"))
                            .filter(file -> !file.toString().contains("noise"))
                            .sorted()
                            .toList()) {
                corpus.add(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
            return corpus;
        }
    }
}
