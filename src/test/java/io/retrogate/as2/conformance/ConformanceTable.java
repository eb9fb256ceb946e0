package io.retrogate.as2.conformance;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the suite saw, as the table of {@code src/docs/as2-conformance.md}. */
final class ConformanceTable {

    private static final Path DOCUMENT = Path.of("src/docs/as2-conformance.md");
    private static final String HEAD = "| case | asks | shown | our answer, as seen | test |";

    private final Map<ConformanceCase, Row> rows = new EnumMap<>(ConformanceCase.class);
    private final Set<ConformanceCase> failed = EnumSet.noneOf(ConformanceCase.class);

    /** Variants by answer, so that equal answers are told once. */
    private static final class Row {

        private final Map<String, List<String>> answers = new LinkedHashMap<>();
        private final Set<String> tests = new LinkedHashSet<>();
        private String lacking = "";

        String seen() {
            String all =
                    answers.entrySet().stream()
                            .map(e -> String.join(", ", e.getValue()) + ": " + e.getKey())
                            .collect(joining("; "));
            return lacking.isEmpty()
                    ? all
                    : all + (all.isEmpty() ? "" : "; ") + "not yet: " + lacking;
        }
    }

    void saw(ConformanceCase shown, String variant, String answer, String test) {
        Row row = rows.computeIfAbsent(shown, c -> new Row());
        row.answers.computeIfAbsent(answer, a -> new ArrayList<>()).add(variant);
        row.tests.add(test);
    }

    void notYet(ConformanceCase missing, String reason, String test) {
        Row row = rows.computeIfAbsent(missing, c -> new Row());
        row.lacking = reason;
        row.tests.add(test);
    }

    void failed(ConformanceCase broken) {
        failed.add(broken);
    }

    /** All forty after a whole run; after a part of it, the rows of that part. */
    void check() throws IOException {
        assertThat(failed).as("no table of a run with failures").isEmpty();
        boolean whole = rows.size() == ConformanceCase.values().length;
        String committed = Files.readString(DOCUMENT);
        if (!whole) {
            rows.keySet().forEach(c -> assertThat(committed).contains(line(c)));
            return;
        }
        String yielded = committed.substring(0, committed.indexOf(HEAD)) + table();
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(DOCUMENT, yielded);
            return;
        }
        assertThat(yielded).as(DOCUMENT + " (-Dgolden.update=true)").isEqualTo(committed);
    }

    private String table() {
        String lines =
                Arrays.stream(ConformanceCase.values()).map(this::line).collect(joining("\n"));
        long shown = rows.values().stream().filter(r -> r.lacking.isEmpty()).count();
        return HEAD
                + "\n|---|---|---|---|---|\n"
                + lines
                + "\n\n"
                + shown
                + " of "
                + rows.size()
                + " cases are shown.\n";
    }

    private String line(ConformanceCase shown) {
        Row row = rows.get(shown);
        if (row == null) {
            throw new AssertionError(shown + " was not played");
        }
        return String.format(
                "| %s | %s | %s | %s | %s |",
                shown,
                shown.asks(),
                row.lacking.isEmpty() ? "yes" : "not yet",
                row.seen(),
                row.tests.stream().map(t -> "`" + t + "`").collect(joining(", ")));
    }
}
