package io.retrogate.translate.smooks;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Comma-separated values as RFC 4180 has them, for a Smooks configuration. Parameters: {@code
 * columns} (names, by commas), {@code separator} (a comma if left out), {@code header} (whether the
 * first line names the columns: true or false), {@code groupBy}, {@code encoding}.
 */
public final class CsvReader extends RecordReader {

    private static final char QUOTE = '"';

    @Override
    List<String> columns() {
        var names = parameter("columns", "");
        if (names.isBlank() || parameter("separator", ",").length() != 1) {
            throw new IllegalArgumentException(
                    "CsvReader needs 'columns', and a separator of one character");
        }
        return List.of(names.strip().split("\\s*,\\s*"));
    }

    @Override
    boolean headed() {
        return parameter("header", "false").equals("true");
    }

    @Override
    Optional<String> objection(Line line, List<String> columns) {
        return line.fields().size() == columns.size()
                ? Optional.empty()
                : Optional.of(
                        "The line has "
                                + line.fields().size()
                                + " columns; "
                                + columns.size()
                                + " were agreed.");
    }

    @Override
    Lines lines(BufferedReader text) {
        return new Records(text, parameter("separator", ",").charAt(0));
    }

    private static final class Records implements Lines {

        private final BufferedReader text;
        private final char separator;
        private int number;

        Records(BufferedReader text, char separator) {
            this.text = text;
            this.separator = separator;
        }

        @Override
        public @Nullable Line next() throws IOException {
            var line = text.readLine();
            number++;
            while (line != null && line.isBlank()) {
                line = text.readLine();
                number++;
            }
            return line == null ? null : record(number == 1 ? withoutMark(line) : line);
        }

        private static String withoutMark(String line) {
            return line.startsWith("\uFEFF") ? line.substring(1) : line;
        }

        private Line record(String first) throws IOException {
            int start = number;
            var record = new StringBuilder(first);
            while (open(record)) {
                var more = text.readLine();
                if (more == null) {
                    break;
                }
                number++;
                record.append('\n').append(more);
            }
            return new Line(start, record.toString(), fields(record));
        }

        /** Whether a quotation lasts beyond the end of this text. */
        private static boolean open(CharSequence record) {
            return record.chars().filter(c -> c == QUOTE).count() % 2 == 1;
        }

        private List<String> fields(CharSequence record) {
            var fields = new ArrayList<String>();
            var field = new StringBuilder();
            boolean quoted = false;
            for (int i = 0; i < record.length(); i++) {
                char c = record.charAt(i);
                boolean doubled =
                        quoted
                                && c == QUOTE
                                && i + 1 < record.length()
                                && record.charAt(i + 1) == QUOTE;
                if (doubled) {
                    field.append(QUOTE);
                    i++;
                } else if (c == QUOTE) {
                    quoted = !quoted;
                } else if (c == separator && !quoted) {
                    fields.add(field.toString());
                    field.setLength(0);
                } else {
                    field.append(c);
                }
            }
            fields.add(field.toString());
            return fields;
        }
    }
}
