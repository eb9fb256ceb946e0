package io.retrogate.edi.schema;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A data element of one version: {@code 127 AN 1-30} in X12, followed by its codes where its list
 * is closed, {@code 1131 an..17} in EDIFACT.
 */
record ElementDefinition(
        String name,
        String number,
        String base,
        String scale,
        String minLength,
        String maxLength,
        List<String> codes) {

    private static final Pattern X12 =
            Pattern.compile("(\\d+) (AN|ID|N\\d|R|DT|TM|B) (\\d+)-(\\d+)((?: [A-Z0-9]+)*)");
    private static final Pattern EDIFACT =
            Pattern.compile("(\\d{4}) (an?|n)(?:(\\d+)|(\\d*)\\.\\.(\\d+))");

    ElementDefinition {
        codes = List.copyOf(codes);
    }

    static ElementDefinition of(SourceLine line) {
        var text = String.join(" ", line.words());
        var x12 = X12.matcher(text);
        var edifact = EDIFACT.matcher(text);
        if (x12.matches()) {
            return x12(x12);
        }
        if (edifact.matches()) {
            return edifact(edifact);
        }
        throw line.expected("an element such as '127 AN 1-30' or '1131 an..17'");
    }

    private static ElementDefinition x12(Matcher m) {
        var codes =
                m.group(5).isEmpty() ? List.<String>of() : List.of(m.group(5).strip().split(" "));
        var kind = m.group(2);
        var scale = kind.startsWith("N") && !kind.equals("N0") ? kind.substring(1) : "";
        return new ElementDefinition(
                "E" + m.group(1), m.group(1), x12Base(kind), scale, m.group(3), m.group(4), codes);
    }

    private static String x12Base(String kind) {
        return switch (kind) {
            case "AN" -> "string";
            case "ID" -> "identifier";
            case "R" -> "decimal";
            case "DT" -> "date";
            case "TM" -> "time";
            case "B" -> "binary";
            default -> "numeric";
        };
    }

    /** The form is part of the name: it changes between directories, and mappings should notice. */
    private static ElementDefinition edifact(Matcher m) {
        var fixed = m.group(3) != null;
        var max = fixed ? m.group(3) : m.group(5);
        var least = m.group(4) == null || m.group(4).isEmpty() ? "1" : m.group(4);
        var min = fixed ? max : least;
        var form = m.group(2) + (min.equals("1") ? max : min + "_" + max);
        return new ElementDefinition(
                "E" + m.group(1) + "_" + form,
                m.group(1),
                m.group(2).equals("n") ? "decimal" : "string",
                "",
                min,
                max,
                List.of());
    }
}
