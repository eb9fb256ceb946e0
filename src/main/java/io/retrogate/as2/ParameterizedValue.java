package io.retrogate.as2;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A header value with parameters, like that of Content-Type (RFC 2045 §5.1).
 *
 * @param value lower case
 * @param parameters by lower-case name, unquoted
 */
record ParameterizedValue(String value, Map<String, String> parameters) {

    ParameterizedValue {
        parameters = Map.copyOf(parameters);
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    static ParameterizedValue parse(String text) {
        Map<String, String> parameters = new LinkedHashMap<>();
        int end = endOfPiece(text, 0);
        String value = text.substring(0, end).strip().toLowerCase(Locale.ROOT);
        while (end < text.length()) {
            int start = end + 1;
            end = endOfPiece(text, start);
            String piece = text.substring(start, end);
            int equals = piece.indexOf('=');
            if (equals > 0) {
                String name = piece.substring(0, equals).strip().toLowerCase(Locale.ROOT);
                String given = piece.substring(equals + 1).strip();
                boolean file = name.equals("filename") || name.equals("name");
                parameters.putIfAbsent(name, file ? unquoteFileName(given) : unquote(given));
            }
        }
        return new ParameterizedValue(value, parameters);
    }

    /** Where the next semicolon outside quotes is, or the end. */
    private static int endOfPiece(String text, int from) {
        boolean quoted = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && quoted) {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ';' && !quoted) {
                return i;
            }
        }
        return text.length();
    }

    static String unquote(String text) {
        return isQuoted(text) ? inside(text).replaceAll("\\\\(.)", "$1") : text;
    }

    /**
     * Of a file name, a backslash escapes only what needs it: Windows clients write paths as they
     * are.
     */
    private static String unquoteFileName(String text) {
        return isQuoted(text) ? inside(text).replaceAll("\\\\([\"\\\\])", "$1") : text;
    }

    private static boolean isQuoted(String text) {
        return text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
    }

    private static String inside(String quoted) {
        return quoted.substring(1, quoted.length() - 1);
    }
}
