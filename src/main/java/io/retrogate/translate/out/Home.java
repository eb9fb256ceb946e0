package io.retrogate.translate.out;

import io.retrogate.translate.message.Destination;
import io.retrogate.translate.tree.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which loop an item of a list is written into, where that is not simply a further one. */
interface Home {

    /** Null if the document has none for it. */
    @Nullable DraftLoop of(MessagePart item, DraftLoop from);

    /** What the item says of its home is said by being there. */
    default void told(MessagePart item) {}

    /** Whether the loop says something of the item even if no rule writes anything else. */
    default boolean isNews(MessagePart item) {
        return false;
    }

    /** A loop in a loop of its own, for the rules write into both. */
    static Home alone(Path path) {
        return (item, from) -> {
            var at = from;
            for (var step : path.loops()) {
                at = DraftSlot.open(at, step);
            }
            return at;
        };
    }

    /** The loop that another list has written into already: the first, the second … */
    static Home beside(Path path, Destination number) {
        return (item, from) -> {
            var loops = DraftWalk.loops(path, from).toList();
            int at = item.member(number).tree().asInt();
            return at < 1 || at > loops.size() ? null : loops.get(at - 1);
        };
    }

    /** The loop that has the item's number, or a new one. */
    record Numbered(Path path, Path number, Destination id) implements Home {

        @Override
        public DraftLoop of(MessagePart item, DraftLoop from) {
            return numbered(path.loops().get(0), number, item.member(id), from);
        }

        @Override
        public boolean isNews(MessagePart item) {
            return !item.member(id).isMissing();
        }
    }

    /** A further loop in the one that has the number of the item's first package. */
    record InPackage(Path path, Destination packages, Path number, Destination id) implements Home {

        @Override
        public DraftLoop of(MessagePart item, DraftLoop from) {
            var inside = item.member(packages).at(0).member(id);
            var outer = numbered(path.loops().get(0), number, inside, from);
            return DraftSlot.open(outer, path.loops().get(1));
        }

        @Override
        public void told(MessagePart item) {
            var inside = item.member(packages).at(0);
            inside.tree().fieldNames().forEachRemaining(name -> inside.at(List.of(name)).use());
        }
    }

    private static DraftLoop numbered(
            Path.LoopStep step, Path number, MessagePart id, DraftLoop from) {
        var element = number.element();
        var text = id.isMissing() ? "" : id.tree().asText();
        var present =
                from.loops().stream()
                        .filter(loop -> loop.definition() == step.definition())
                        .filter(loop -> said(loop, element).equals(text))
                        .findFirst();
        if (present.isPresent()) {
            return present.get();
        }
        var fresh = DraftSlot.open(from, step);
        if (!text.isEmpty()) {
            fresh.trigger().set(element.position(), element.component(), text);
            id.use();
        }
        return fresh;
    }

    private static String said(DraftLoop loop, Path.Element element) {
        return loop.trigger().value(element.position(), element.component());
    }
}
