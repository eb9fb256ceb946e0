package io.retrogate.translate.out;

import io.retrogate.translate.message.Destination;
import io.retrogate.translate.tree.Path;
import java.util.List;
import java.util.Optional;

/**
 * Writes the items of a list that is gathered from loops which other rules write: each to where its
 * number stands by now, as the packages of a RETANN stand in the lines that lie in them.
 */
record OutGathered(Destination from, Path each, List<Destination> numbers, OutScope rules)
        implements OutRule {

    @Override
    public boolean render(MessagePart part, DraftPlace here, Rendering rendering) {
        var list = part.member(from);
        boolean wrote = false;
        for (int at = 0; at < list.tree().size(); at++) {
            var item = list.at(at);
            var place = place(item, here);
            if (place.isPresent() && rules.render(item, place.get(), rendering)) {
                item.use();
                wrote = true;
            }
        }
        return wrote;
    }

    private Optional<DraftPlace> place(MessagePart item, DraftPlace here) {
        var texts =
                numbers.stream()
                        .map(number -> item.member(number).tree().asText())
                        .filter(text -> !text.isEmpty())
                        .toList();
        return DraftWalk.loops(each, here.loop())
                .flatMap(loop -> loop.segments().stream().map(it -> new DraftPlace(loop, it, 0)))
                .flatMap(place -> DraftWalk.elements(each, place).stream())
                .filter(place -> texts.contains(value(place)))
                .findFirst();
    }

    private static String value(DraftPlace place) {
        var segment = place.segment();
        return segment == null ? "" : segment.value(place.element(), 1);
    }
}
