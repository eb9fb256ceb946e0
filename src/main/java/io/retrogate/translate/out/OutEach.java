package io.retrogate.translate.out;

import io.retrogate.translate.message.Destination;
import io.retrogate.translate.out.Rendering.Turn;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes the items of a list, each to a place of its own; or an object, or members of the object at
 * hand, to one place.
 *
 * @param from null: the object of the rule itself
 * @param home where each item goes; null: to a place of its own
 * @param tests what an item must be in order to have come from there; only such are written
 * @param reads the members of an item that are read from there, if the list has other places, too;
 *     empty: it has none
 */
record OutEach(
        @Nullable Destination from,
        DraftSpace space,
        DraftConditions when,
        List<ItemTest> tests,
        OutScope rules,
        @Nullable Home home,
        Set<String> reads)
        implements OutRule {

    @Override
    public boolean render(MessagePart part, DraftPlace here, Rendering rendering) {
        if (!when.hold(here, rendering)) {
            return false;
        }
        if (from == null) {
            return repeated(part, here, rendering);
        }
        var member = part.member(from);
        if (member.tree().isArray()) {
            return items(member, here, rendering, false);
        }
        return member.tree().isObject()
                && space.same(here, place -> inside(member, place, rendering));
    }

    @Override
    public boolean renderForeign(MessagePart part, DraftPlace here, Rendering rendering) {
        return from != null
                && !tests.isEmpty()
                && when.hold(here, rendering)
                && items(part.member(from), here, rendering, true);
    }

    /** Whether its values may stand elsewhere, too. */
    boolean hasChoice() {
        return from == null && space.isWithinSegments();
    }

    private boolean items(MessagePart list, DraftPlace here, Rendering rendering, boolean foreign) {
        boolean wrote = false;
        for (int at = 0; at < list.tree().size(); at++) {
            var item = list.at(at);
            if (!item.unused().isMissingNode()
                    && (rendering.turn() == Turn.REST || readsAllOf(item))
                    && tests.stream().allMatch(test -> test.fits(item, foreign))
                    && goesIn(item, here, rendering)) {
                item.use();
                tests.forEach(test -> test.use(item));
                wrote = true;
            }
        }
        return wrote;
    }

    private boolean readsAllOf(MessagePart item) {
        if (reads.isEmpty()) {
            return true;
        }
        var names = new HashSet<String>();
        item.tree().fieldNames().forEachRemaining(names::add);
        names.remove("source");
        return reads.containsAll(names);
    }

    private boolean goesIn(MessagePart item, DraftPlace here, Rendering rendering) {
        if (home == null) {
            return space.next(here, place -> inside(item, place, rendering));
        }
        var loop = home.of(item, here.loop());
        if (loop == null) {
            return false;
        }
        if (!inside(item, DraftPlace.of(loop), rendering)) {
            return home.isNews(item);
        }
        home.told(item);
        return true;
    }

    /** A segment with room for two values takes a list of five in three of its kind. */
    private boolean repeated(MessagePart part, DraftPlace here, Rendering rendering) {
        boolean wrote = false;
        while (space.same(here, place -> inside(part, place, rendering))) {
            wrote = true;
        }
        return wrote;
    }

    private boolean inside(MessagePart part, DraftPlace place, Rendering rendering) {
        boolean wrote =
                from == null
                        ? rules.take(part, place, rendering)
                        : rules.render(part, place, rendering);
        return wrote && when.fulfil(place);
    }
}
