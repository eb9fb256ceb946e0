package io.retrogate.translate.plan;

import io.retrogate.returns.Kind;
import io.retrogate.returns.ReturnMessage;
import java.util.List;
import java.util.Optional;

/**
 * A mapping compiled for speed: from the bytes of a document to the bytes of its message, byte for
 * byte what the reference lane gives. It only handles documents in which nothing is found; whatever
 * it doubts is left to the reference lane. Shared by all threads.
 */
public final class Plan {

    private final PlanLayout layout;
    private final List<PlanKind> kinds;
    private final PlanRule[] rules;
    private final PlanKeys keys;
    private final PlanPackages packages;
    private final PlanHeadline headline;

    Plan(PlanLayout layout, List<PlanKind> kinds, PlanRule[] rules, PlanKeys keys) {
        this.layout = layout;
        this.kinds = kinds;
        this.rules = rules;
        this.keys = keys;
        packages = new PlanPackages(keys);
        headline = new PlanHeadline(keys);
    }

    /** Empty if there is any doubt. */
    public Optional<ReturnMessage> translate(PlanRun run, PlanTask task, byte[] document) {
        if (!run.open(task, document, layout, keys)) {
            return Optional.empty();
        }
        var kind = kind(run);
        run.decide(kind.label());
        for (var rule : rules) {
            rule.apply(run, PlanSpot.ROOT, 0);
        }
        packages.link(run);
        headline.findings(run);
        if (run.isDoubtful()) {
            return Optional.empty();
        }
        var message = headline.message(run, kind);
        return run.isDoubtful() ? Optional.empty() : Optional.of(message);
    }

    private Kind kind(PlanRun run) {
        for (var candidate : kinds) {
            if (candidate.fits(run)) {
                return candidate.kind();
            }
        }
        throw new IllegalStateException("the last rule of 'kind' holds always");
    }
}
