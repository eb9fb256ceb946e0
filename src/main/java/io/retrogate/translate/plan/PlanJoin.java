package io.retrogate.translate.plan;

import io.retrogate.translate.rule.ValueRule;
import java.nio.charset.StandardCharsets;

/** The values that several paths lead to, as one text; see {@link ValueRule#join()}. */
final class PlanJoin implements PlanFiller {

    private final PlanPath[] from;
    private final byte[] between;

    PlanJoin(PlanPath[] from, String between) {
        this.from = from;
        this.between = between.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The first of the values is then in {@link PlanRun#text}; false if there is none. */
    boolean first(PlanRun run, PlanSpot here) {
        for (var path : from) {
            if (path.first(run, here, run.text())) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void fill(PlanRun run, int cell, PlanText text, PlanSpot here) {
        run.noteFill(cell, this, here);
        // Not the scratch itself: reading a text with release characters adds to that.
        var joined = run.joined();
        joined.clear();
        var side = run.side();
        for (var path : from) {
            path.visit(
                    run,
                    here,
                    (same, loop, segment, element, component) -> {
                        if (!side.at(run, loop, segment, element, component)) {
                            if (joined.size() > 0) {
                                joined.add(between);
                            }
                            joined.add(side.bytes(), side.from(), side.to());
                        }
                        return true;
                    });
        }
        int start = run.scratch().size();
        run.scratch().add(joined.bytes(), 0, joined.size());
        run.draft().fill(cell, PlanCell.MADE, start, run.scratch().size());
    }

    @Override
    public boolean isAlone() {
        return false;
    }

    @Override
    public boolean isPlain() {
        return false;
    }

    @Override
    public int beside() {
        int bits = 0;
        for (var path : from) {
            bits |= path.bits();
        }
        return bits;
    }
}
