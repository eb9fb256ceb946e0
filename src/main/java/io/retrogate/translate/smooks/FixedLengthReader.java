package io.retrogate.translate.smooks;

import java.io.BufferedReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lines of columns with fixed lengths, for a Smooks configuration. Parameters: {@code columns}
 * (names with their lengths in characters, {@code rma[12],sku[20]}), {@code groupBy}, {@code
 * encoding}. Blanks at the end of a line may be missing, but not a whole line's worth of columns.
 */
public final class FixedLengthReader extends RecordReader {

    @Override
    List<String> columns() {
        return specified().stream().map(column -> column.substring(0, bracket(column))).toList();
    }

    private List<Integer> lengths() {
        return specified().stream()
                .map(it -> Integer.valueOf(it.substring(bracket(it) + 1, it.length() - 1)))
                .toList();
    }

    private List<String> specified() {
        var columns = List.of(parameter("columns", "").strip().split("\\s*,\\s*"));
        for (var column : columns) {
            if (!column.matches("[^\\[]+\\[[1-9][0-9]{0,3}\\]")) {
                throw new IllegalArgumentException(
                        "FixedLengthReader needs 'columns' such as rma[12],sku[20]");
            }
        }
        return columns;
    }

    private static int bracket(String column) {
        return column.indexOf('[');
    }

    @Override
    boolean headed() {
        return false;
    }

    @Override
    Optional<String> objection(Line line, List<String> columns) {
        int agreed = lengths().stream().mapToInt(Integer::intValue).sum();
        int last = agreed - lengths().get(columns.size() - 1);
        int length = line.text().length();
        return length > last && length <= agreed
                ? Optional.empty()
                : Optional.of(
                        "The line has " + length + " characters; " + agreed + " were agreed.");
    }

    @Override
    Lines lines(BufferedReader text) {
        var lengths = lengths();
        var number = new int[1];
        return () -> {
            var line = text.readLine();
            number[0]++;
            while (line != null && line.isBlank()) {
                line = text.readLine();
                number[0]++;
            }
            return line == null ? null : new Line(number[0], line, cut(line, lengths));
        };
    }

    private static List<String> cut(String line, List<Integer> lengths) {
        var fields = new ArrayList<String>();
        int at = 0;
        for (int length : lengths) {
            int from = Math.min(at, line.length());
            fields.add(line.substring(from, Math.min(at + length, line.length())));
            at += length;
        }
        return fields;
    }
}
