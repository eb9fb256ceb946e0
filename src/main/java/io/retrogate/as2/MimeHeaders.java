package io.retrogate.as2;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Header fields of a MIME entity (RFC 2045, RFC 5322 §2.2), unfolded, names in any case. */
public record MimeHeaders(List<Field> fields) {

    public MimeHeaders {
        fields = List.copyOf(fields);
    }

    /** One field as it came, its value without leading and trailing blanks. */
    public record Field(String name, String value) {}

    /**
     * Lines may end with CR LF or LF, and may be folded. Not by regular expressions: they cost
     * several percent of receiving a message.
     */
    static MimeHeaders parse(byte[] block) {
        List<Field> fields = new ArrayList<>();
        StringBuilder unfolded = new StringBuilder();
        for (String raw : new String(block, StandardCharsets.ISO_8859_1).split("\n", -1)) {
            String line = raw.endsWith("\r") ? raw.substring(0, raw.length() - 1) : raw;
            int text = 0;
            while (text < line.length()
                    && (line.charAt(text) == ' ' || line.charAt(text) == '\t')) {
                text++;
            }
            if (text > 0 && !unfolded.isEmpty()) {
                unfolded.append(' ').append(line, text, line.length());
            } else {
                add(unfolded.toString(), fields);
                unfolded.setLength(0);
                unfolded.append(line);
            }
        }
        add(unfolded.toString(), fields);
        return new MimeHeaders(fields);
    }

    private static void add(String line, List<Field> fields) {
        int colon = line.indexOf(':');
        if (colon > 0) {
            String name = line.substring(0, colon).strip();
            fields.add(new Field(name, line.substring(colon + 1).strip()));
        }
    }

    /** The first one, if there are several. */
    public Optional<String> first(String name) {
        return fields.stream()
                .filter(f -> f.name().equalsIgnoreCase(name))
                .map(Field::value)
                .findFirst();
    }

    ParameterizedValue contentType() {
        return ParameterizedValue.parse(first("Content-Type").orElse("text/plain"));
    }

    /** The suggested file name, without any path; empty if there is none. */
    String fileName() {
        return FileName.safe(
                first("Content-Disposition")
                        .map(ParameterizedValue::parse)
                        .flatMap(FileName::suggested)
                        .or(() -> contentType().parameter("name"))
                        .orElse(""));
    }

    /** CR LF after each line. */
    public String lines() {
        StringBuilder text = new StringBuilder();
        fields.forEach(f -> text.append(f.name()).append(": ").append(f.value()).append("\r\n"));
        return text.toString();
    }
}
