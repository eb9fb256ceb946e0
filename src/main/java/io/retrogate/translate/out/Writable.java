package io.retrogate.translate.out;

import io.retrogate.edi.CharacterSet;
import io.retrogate.edi.Finding.Severity;
import io.retrogate.returns.MessageFinding;
import io.retrogate.returns.MessageProblem;
import io.retrogate.returns.RenderedDocument.Segment;
import java.nio.charset.CharsetEncoder;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Writes a question mark where the agreed characters lack one, and says so. */
public final class Writable {

    private static final String REPLACEMENT = "?";

    private final CharacterSet characters;
    private final CharsetEncoder encoder;

    public Writable(CharacterSet characters) {
        this.characters = characters;
        this.encoder = characters.charset().newEncoder();
    }

    public Segment segment(Segment segment) {
        return new Segment(
                segment.tag(),
                segment.elements().stream()
                        .map(element -> element.stream().map(this::written).toList())
                        .toList());
    }

    private String written(String value) {
        if (encoder.canEncode(value)) {
            return value;
        }
        var written = new StringBuilder(value.length());
        value.codePoints()
                .mapToObj(Character::toString)
                .forEach(it -> written.append(encoder.canEncode(it) ? it : REPLACEMENT));
        return written.toString();
    }

    /** A finding for each member of the message of which something is lacking. */
    public List<MessageFinding> findings(List<Segment> segments, MessagePart message) {
        var lacking = new TreeSet<String>();
        segments.stream()
                .flatMap(segment -> segment.elements().stream())
                .flatMap(List::stream)
                .flatMap(this::lacking)
                .forEach(lacking::add);
        return lacking.isEmpty()
                ? List.of()
                : new TreeSet<>(message.used())
                        .stream().flatMap(it -> finding(message, it, lacking)).toList();
    }

    private Stream<String> lacking(String value) {
        return value.codePoints()
                .mapToObj(Character::toString)
                .filter(it -> !encoder.canEncode(it))
                .distinct();
    }

    private Stream<MessageFinding> finding(
            MessagePart message, String pointer, Set<String> lacking) {
        var text = message.tree().at(pointer).asText();
        var found = lacking(text).filter(lacking::contains).toList();
        return found.isEmpty()
                ? Stream.of()
                : Stream.of(
                        new MessageFinding(
                                MessageProblem.CHARACTER_UNWRITABLE,
                                Severity.WARNING,
                                pointer,
                                text,
                                "%s has no '%s'; a question mark is written."
                                        .formatted(
                                                characters.charset(), String.join("', '", found))));
    }
}
