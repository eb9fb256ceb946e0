package io.retrogate.translate.out;

import io.retrogate.edi.CharacterSet;
import io.retrogate.edi.MessageType;
import io.retrogate.edi.PartyId;
import io.retrogate.returns.OutboundEnvelope;
import io.retrogate.returns.RenderedDocument;
import io.retrogate.returns.RenderedDocument.Segment;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/**
 * UNB to UNZ around our messages, without groups. In syntax 3 of ISO 9735, or in 4 where the
 * characters are not those of 3.
 */
public final class EdifactInterchange {

    private static final String DELIMITERS = "+:'?*";

    private final OutboundEnvelope envelope;
    private final List<RenderedDocument> documents;
    private final CharacterSet characters;
    private final StringBuilder text = new StringBuilder();

    public EdifactInterchange(OutboundEnvelope envelope, List<RenderedDocument> documents) {
        this.envelope = envelope;
        this.documents = documents;
        this.characters = new CharacterSet(envelope.charset().orElseGet(this::sufficient));
    }

    private Charset sufficient() {
        var encoder = StandardCharsets.ISO_8859_1.newEncoder();
        boolean latin =
                documents.stream()
                        .flatMap(document -> document.segments().stream())
                        .flatMap(segment -> segment.elements().stream())
                        .flatMap(List::stream)
                        .allMatch(encoder::canEncode);
        return latin ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
    }

    public byte[] bytes() {
        var at = envelope.at().atOffset(ZoneOffset.UTC);
        var number = envelope.number().value();
        var syntax = characters.syntaxIdentifier();
        // Syntax 3 ends with UNOF; it has no repetition.
        boolean version4 = syntax.compareTo("UNOF") > 0;
        text.append(version4 ? "UNA:+.?*'" : "UNA:+.? '");
        // Syntax 4 writes the whole year.
        var day = DateTimeFormatter.ofPattern(version4 ? "yyyyMMdd" : "yyMMdd").format(at);
        text.append("UNB+")
                .append(syntax)
                .append(version4 ? ":4" : ":3")
                .append('+')
                .append(party(envelope.sender()))
                .append('+')
                .append(party(envelope.receiver()))
                .append('+')
                .append(day)
                .append(':')
                .append(DateTimeFormatter.ofPattern("HHmm").format(at))
                .append('+')
                .append(escaped(number))
                .append(envelope.test() ? "++++++1'" : "'");
        int ordinal = 0;
        for (var document : documents) {
            message(document, ++ordinal);
        }
        text.append("UNZ+")
                .append(documents.size())
                .append('+')
                .append(escaped(number))
                .append('\'');
        return text.toString().getBytes(characters.charset());
    }

    private static String party(PartyId party) {
        var id = escaped(party.value().strip());
        return party.qualifier().isBlank() ? id : id + ":" + escaped(party.qualifier());
    }

    private void message(RenderedDocument document, int ordinal) {
        text.append("UNH+").append(ordinal).append('+').append(type(document.type())).append('\'');
        document.segments().forEach(this::segment);
        text.append("UNT+")
                .append(document.segments().size() + 2)
                .append('+')
                .append(ordinal)
                .append('\'');
    }

    /** {@code RETANN:D:01B:UN}; an association may begin with its agency, {@code EN:EAN001}. */
    private static String type(MessageType type) {
        var association = type.association();
        boolean eancom = association.equals("EN") || association.startsWith("EN:");
        var code = eancom ? association.substring(Math.min(3, association.length())) : association;
        var parts =
                List.of(
                        type.code(),
                        type.version().substring(0, 1),
                        type.version().substring(1),
                        eancom ? "EN" : "UN",
                        code);
        return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(":"));
    }

    private void segment(Segment segment) {
        text.append(segment.tag());
        for (var element : segment.elements()) {
            text.append('+')
                    .append(
                            element.stream()
                                    .map(EdifactInterchange::escaped)
                                    .collect(Collectors.joining(":")));
        }
        text.append('\'');
    }

    private static String escaped(String value) {
        var escaped = new StringBuilder(value.length());
        for (char c : value.toCharArray()) {
            if (DELIMITERS.indexOf(c) >= 0) {
                escaped.append('?');
            }
            escaped.append(c < ' ' ? ' ' : c);
        }
        return escaped.toString();
    }
}
