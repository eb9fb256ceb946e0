package io.retrogate.translate;

import io.retrogate.translate.Path.Qualifier;
import java.util.List;
import java.util.stream.Stream;

/** Follows a path through what is written already. */
final class DraftWalk {

    private DraftWalk() {}

    static Stream<DraftLoop> loops(Path path, DraftLoop from) {
        var found = Stream.of(path.start() == Path.Start.ROOT ? from.root() : from);
        for (var step : path.loops()) {
            found =
                    found.flatMap(loop -> loop.loops().stream())
                            .filter(loop -> loop.definition() == step.definition())
                            .filter(loop -> fits(loop.trigger(), step.qualifiers()));
        }
        return found;
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

    private static boolean fits(DraftSegment segment, List<Qualifier> qualifiers) {
        return qualifiers.stream()
                .allMatch(it -> it.allows(segment.value(it.element(), it.component())));
    }
}
