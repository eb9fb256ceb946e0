package io.retrogate.partner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Replaces {@code ${name:default}}, {@code ${env:NAME:default}} and {@code ${file:path}}; a default
 * may hold placeholders itself. A file's path is relative to the partner folder, and white space
 * around its content does not count.
 */
final class Placeholders {

    /** Gives null for what is not set. */
    interface Source {
        @Nullable String value(String name);
    }

    private final Source properties;
    private final Source environment;

    Placeholders(Source properties, Source environment) {
        this.properties = properties;
        this.environment = environment;
    }

    /** System properties and environment variables only. */
    static Placeholders ofSystem() {
        return new Placeholders(System::getProperty, System::getenv);
    }

    /** The text with values in place; tells each placeholder that has none, and leaves it. */
    String resolve(String text, Path folder, UnaryOperator<String> missing) {
        int start = text.indexOf("${");
        int end = start < 0 ? -1 : end(text, start);
        if (end < 0) {
            return text;
        }
        String inner = text.substring(start + 2, end);
        String value = value(inner, folder, missing);
        return text.substring(0, start)
                + (value == null ? missing.apply(inner) : value)
                + resolve(text.substring(end + 1), folder, missing);
    }

    private @Nullable String value(String inner, Path folder, UnaryOperator<String> missing) {
        if (inner.startsWith("file:")) {
            return content(folder.resolve(inner.substring("file:".length())));
        }
        boolean variable = inner.startsWith("env:");
        String rest = variable ? inner.substring("env:".length()) : inner;
        int colon = rest.indexOf(':');
        String name = colon < 0 ? rest : rest.substring(0, colon);
        String value = (variable ? environment : properties).value(name);
        if (value != null || colon < 0) {
            return value;
        }
        return resolve(rest.substring(colon + 1), folder, missing);
    }

    private static @Nullable String content(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            return null;
        }
    }

    private static int end(String text, int start) {
        int depth = 0;
        for (int i = start; i < text.length(); i++) {
            if (text.startsWith("${", i)) {
                depth++;
            } else if (text.charAt(i) == '}' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
