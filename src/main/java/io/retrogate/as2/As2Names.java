package io.retrogate.as2;

import java.util.Optional;
import java.util.regex.Pattern;

/** AS2-From and AS2-To (RFC 4130 §6.2): 1 to 128 printable ASCII characters, case-sensitive. */
public final class As2Names {

    private static final Pattern NAME = Pattern.compile("[\\x20-\\x7E]{1,128}");
    private static final Pattern NEEDS_QUOTES = Pattern.compile("[ \"\\\\;]");

    private As2Names() {}

    /** The name that a header value stands for; empty if it is none. */
    public static Optional<String> unquote(String header) {
        return Optional.of(ParameterizedValue.unquote(header.strip()))
                .filter(name -> NAME.matcher(name).matches());
    }

    /** As it goes into a header. */
    public static String quote(String name) {
        return NEEDS_QUOTES.matcher(name).find()
                ? "\"" + name.replaceAll("([\"\\\\])", "\\\\$1") + "\""
                : name;
    }
}
