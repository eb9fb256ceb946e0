package io.retrogate.translate.out;

import io.retrogate.edi.Delimiters;
import io.retrogate.returns.OutboundEnvelope;
import io.retrogate.returns.RenderedDocument;
import java.util.BitSet;
import java.util.List;

/** Delimiters that no value has: the usual ones, unless a value has them. */
final class FreeDelimiters {

    private FreeDelimiters() {}

    static Delimiters x12(List<RenderedDocument> documents, OutboundEnvelope envelope) {
        var used = new BitSet(256);
        documents.stream()
                .flatMap(document -> document.segments().stream())
                .flatMap(segment -> segment.elements().stream())
                .flatMap(List::stream)
                .forEach(value -> value.chars().forEach(used::set));
        envelope.sender().value().chars().forEach(used::set);
        envelope.receiver().value().chars().forEach(used::set);
        return new Delimiters(
                take("*|\u001d", used),
                take(">:\u001f", used),
                take("~\n\u001c", used),
                take("^!\u001e", used),
                '\0',
                '.');
    }

    private static char take(String candidates, BitSet used) {
        return (char)
                candidates
                        .chars()
                        .filter(c -> !used.get(c))
                        .findFirst()
                        .orElse(candidates.charAt(0));
    }

    static boolean isOne(Delimiters delimiters, char c) {
        return c == delimiters.element()
                || c == delimiters.component()
                || c == delimiters.segment()
                || c == delimiters.repetition();
    }
}
