package io.retrogate.translate;

import io.retrogate.edi.InterchangeHeader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * In which characters an interchange is written. EDIFACT says so in UNB S001 0001; X12 leaves it to
 * the partners and is read as ISO 8859-1, which never fails.
 */
final class Repertoire {

    private Repertoire() {}

    static Charset of(InterchangeHeader header) {
        return switch (header.syntaxIdentifier()) {
            case "UNOD" -> Charset.forName("ISO-8859-2");
            case "UNOE" -> Charset.forName("ISO-8859-5");
            case "UNOF" -> Charset.forName("ISO-8859-7");
            case "UNOG" -> Charset.forName("ISO-8859-3");
            case "UNOH" -> Charset.forName("ISO-8859-4");
            case "UNOI" -> Charset.forName("ISO-8859-6");
            case "UNOJ" -> Charset.forName("ISO-8859-8");
            case "UNOK" -> Charset.forName("ISO-8859-9");
            case "UNOW", "UNOY" -> StandardCharsets.UTF_8;
            default -> StandardCharsets.ISO_8859_1;
        };
    }
}
