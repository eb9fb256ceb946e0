package io.retrogate.translate.out;

import com.fasterxml.jackson.databind.JsonNode;
import io.retrogate.edi.Finding.Severity;
import io.retrogate.returns.MessageProblem;
import io.retrogate.translate.message.Destination;
import io.retrogate.translate.message.TargetShape;
import io.retrogate.translate.rule.Conversion;
import io.retrogate.translate.rule.Conversion.Beside;
import io.retrogate.translate.tree.Path;
import io.retrogate.translate.value.Writing.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes a member of the message: to the first of the paths that has room; of a list, each of its
 * values.
 *
 * @param lengths how long a value is under a code of a qualifier
 * @param join what stood between the values that were put together; null: the value is one
 */
record OutValue(
        Destination from,
        List<Path> to,
        Conversion conversion,
        @Nullable String join,
        Map<String, Integer> lengths,
        DraftConditions when)
        implements OutRule {

    @Override
    public boolean render(MessagePart part, DraftPlace here, Rendering rendering) {
        if (!when.hold(here, rendering)) {
            return false;
        }
        var member = part.member(from);
        if (!from.list()) {
            return one(member, here, rendering);
        }
        boolean wrote = false;
        for (int at = 0; at < member.tree().size(); at++) {
            wrote |= one(member.at(at), here, rendering);
        }
        return wrote;
    }

    private boolean one(MessagePart value, DraftPlace here, Rendering rendering) {
        if (value.isMissing() || value.unused().isMissingNode()) {
            return false;
        }
        var words = words(value, rendering);
        if (words.isEmpty() || !place(words.get(), value.tree(), here)) {
            return false;
        }
        value.use();
        return true;
    }

    private Optional<Words> words(MessagePart value, Rendering rendering) {
        var table = conversion.table();
        if (table != null) {
            var code = table.codeFor(value.tree());
            if (code.isEmpty()) {
                rendering.add(
                        MessageProblem.CODE_WITHOUT_COUNTERPART,
                        Severity.WARNING,
                        value,
                        "Table '" + table.name() + "' has no code for this.");
            }
            return code.map(Words::of);
        }
        var words =
                conversion
                        .writing()
                        .write(
                                value.tree(),
                                conversion.beside().neighbours(),
                                rendering.standard());
        if (words.isEmpty()) {
            rendering.add(
                    MessageProblem.VALUE_UNWRITABLE,
                    Severity.ERROR,
                    value,
                    "The value cannot be written into " + to.get(0).text() + ".");
        }
        return words;
    }

    private boolean place(Words words, JsonNode value, DraftPlace here) {
        if (join != null) {
            return new Joining(to, join).place(words.text(), here);
        }
        for (var path : to) {
            var narrowed = path.forLength(words.text().length(), lengths);
            var slot = DraftSlot.find(narrowed, here, words.text());
            var text = slot.map(found -> fitted(words.text(), found.room())).orElse("");
            if (slot.isPresent() && !text.isEmpty()) {
                slot.get().set(text);
                beside(conversion.beside(), words, value, here);
                return true;
            }
        }
        return false;
    }

    /** A GTIN without the zeros that fill it up, where there is no room for them; empty: for it. */
    private String fitted(String text, int room) {
        int surplus = text.length() - room;
        if (surplus <= 0 || from.shape().sort() != TargetShape.Sort.GTIN) {
            return text;
        }
        return text.startsWith("0".repeat(surplus)) ? text.substring(surplus) : "";
    }

    /** Whether a reader would find the value in any of several places. */
    boolean hasChoice() {
        return from.list() || (to.size() > 1 && join == null);
    }

    /** Whether it goes into a loop that another rule may have opened. */
    boolean isDeep() {
        return !to.get(0).loops().isEmpty();
    }

    @Override
    public void recognise(MessagePart part, DraftPlace here, Rendering rendering) {
        if (conversion.table() != null || !when.hold(here, rendering)) {
            return;
        }
        var member = part.member(from);
        int count = from.list() ? member.tree().size() : 1;
        for (int at = 0; at < count; at++) {
            var value = from.list() ? member.at(at) : member;
            if (!value.isMissing()
                    && to.stream().anyMatch(path -> says(path, value, here, rendering))) {
                value.use();
            }
        }
    }

    private boolean says(Path path, MessagePart value, DraftPlace here, Rendering rendering) {
        boolean followed =
                switch (path.start()) {
                    case HERE, ROOT, ABOVE -> true;
                    case BELOW, SEGMENT, ELEMENT, ORDINAL -> false;
                };
        if (!followed) {
            return false;
        }
        var words =
                conversion
                        .writing()
                        .write(
                                value.tree(),
                                conversion.beside().neighbours(),
                                rendering.standard());
        var element = path.element();
        return DraftWalk.segments(path, here.loop())
                .map(segment -> segment.value(element.position(), element.component()))
                .anyMatch(text -> words.filter(it -> it.text().equals(text)).isPresent());
    }

    static void beside(Beside beside, Words words, JsonNode value, DraftPlace here) {
        write(beside.time(), words.time(), here);
        write(beside.zone(), words.zone(), here);
        write(beside.format(), words.format(), here);
        write(beside.text(), value.path("text").asText(), here);
        write(beside.qualifier(), value.path("qualifier").asText(), here);
    }

    static boolean write(@Nullable Path path, String text, DraftPlace here) {
        if (path == null || text.isEmpty()) {
            return false;
        }
        var slot = DraftSlot.find(path, here, text);
        slot.ifPresent(found -> found.set(text));
        return slot.isPresent();
    }
}
