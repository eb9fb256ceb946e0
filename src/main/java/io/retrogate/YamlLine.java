package io.retrogate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where in a YAML file a failure says that it is; parsers tell it only in their messages. */
final class YamlLine {

    private static final Pattern LINE = Pattern.compile("\\bline:? (\\d{1,6})");

    private YamlLine() {}

    /** Counts from 1; 0 if the failure does not tell. */
    static int of(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            Matcher line = LINE.matcher(String.valueOf(t.getMessage()));
            if (line.find()) {
                return Integer.parseInt(line.group(1));
            }
        }
        return 0;
    }
}
