package io.retrogate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where in a YAML file a failure says that it is; parsers tell it only in their messages. */
final class YamlLine {

    private static final Pattern LINE = Pattern.compile("\\bline:? (\\d{1,6})");

    private static final Pattern PARAMETER = Pattern.compile("\\bparameter (\\w{1,40}) ");

    private YamlLine() {}

    /** Counts from 1; 0 if neither the failure nor the file tells. */
    static int of(Throwable failure, String yaml) {
        int told = told(failure);
        return told > 0 ? told : ofParameter(failure, yaml);
    }

    private static int told(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            Matcher line = LINE.matcher(String.valueOf(t.getMessage()));
            if (line.find()) {
                return Integer.parseInt(line.group(1));
            }
        }
        return 0;
    }

    /** The first line that names the parameter of which the failure speaks. */
    private static int ofParameter(Throwable failure, String yaml) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            Matcher parameter = PARAMETER.matcher(String.valueOf(t.getMessage()));
            if (parameter.find()) {
                var name = Pattern.compile("\\bname: *[\"']?" + parameter.group(1) + "\\b");
                String[] lines = yaml.split("\n", -1);
                for (int i = 0; i < lines.length; i++) {
                    if (name.matcher(lines[i]).find()) {
                        return i + 1;
                    }
                }
            }
        }
        return 0;
    }
}
