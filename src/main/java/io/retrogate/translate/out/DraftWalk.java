package io.retrogate.translate.out;

import io.retrogate.translate.tree.Path;
import io.retrogate.translate.tree.Path.Qualifier;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Follows a path through what is written already. */
final class DraftWalk {

    private DraftWalk() {}

    static Stream<DraftLoop> loops(Path path, DraftLoop from) {
        if (path.start() == Path.Start.ABOVE) {
            return above(path, from);
        }
        var found = Stream.of(path.start() == Path.Start.ROOT ? from.root() : from);
        for (var step : path.loops()) {
            found =
                    found.flatMap(loop -> loop.loops().stream())
                            .filter(loop -> loop.definition() == step.definition())
                            .filter(loop -> fits(loop.trigger(), step.qualifiers()));
        }
        return found;
    }

    /** The loop around; of levels, of which nobody knows yet who is above whom, the only one. */
    private static Stream<DraftLoop> above(Path path, DraftLoop from) {
        var around = DraftSlot.around(path, from);
        if (around != null || path.loops().size() > 1) {
            return Stream.ofNullable(path.loops().size() > 1 ? null : around);
        }
        var step = path.loops().get(0);
        var levels =
                from.root().loops().stream()
                        .filter(loop -> loop.definition() == step.definition() && loop != from)
                        .filter(loop -> fits(loop.trigger(), step.qualifiers()))
                        .toList();
        return levels.size() == 1 ? levels.stream() : Stream.empty();
    }

    /** Empty for a path that leads to loops. */
    static Stream<DraftSegment> segments(Path path, DraftLoop from) {
        var step = path.segment();
        return step == null
                ? Stream.empty()
                : loops(path, from)
                        .flatMap(loop -> loop.segments().stream())
                        .filter(segment -> segment.tag().equals(step.tag()))
                        .filter(segment -> fits(segment, step.qualifiers()));
    }

    /** The elements of one segment that a path leads to; empty if it leads to another segment. */
    static List<DraftPlace> elements(Path path, DraftPlace at) {
        var step = path.segment();
        var segment = at.segment();
        var places = new ArrayList<DraftPlace>();
        if (step == null || segment == null || !step.tag().equals(segment.tag())) {
            return places;
        }
        int size = segment.definition().elements().size();
        int stride = path.element().stride();
        int last = stride == 0 ? path.element().position() : size;
        if (fits(segment, step.qualifiers())) {
            for (int e = path.element().position(); e <= last; e += Math.max(1, stride)) {
                places.add(new DraftPlace(at.loop(), segment, e));
            }
        }
        return places;
    }

    private static boolean fits(DraftSegment segment, List<Qualifier> qualifiers) {
        return qualifiers.stream()
                .allMatch(it -> it.allows(segment.value(it.element(), it.component())));
    }
}
