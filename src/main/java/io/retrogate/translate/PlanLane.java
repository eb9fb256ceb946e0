package io.retrogate.translate;

import io.retrogate.returns.ReturnMessage;
import io.retrogate.translate.plan.PlanRun;
import io.retrogate.translate.plan.PlanTask;
import io.retrogate.translate.text.TranslateProblem;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;

/**
 * Translates what is plain by the plan of its mapping and the rest by the reference lane. One in so
 * many goes through both, to see whether they still say the same.
 */
final class PlanLane {

    /** In production, one in so many is translated in both lanes. */
    static final long SHADOW_EVERY = 5000;

    /** A larger document is read by the reference lane. */
    private static final int LARGEST = 32 << 20;

    private final long shadowEvery;
    private final BlockingQueue<PlanRun> idle = new ArrayBlockingQueue<>(64);
    private final AtomicLong planned = new AtomicLong();

    PlanLane(long shadowEvery) {
        this.shadowEvery = shadowEvery;
    }

    /** Leaves every document to the reference lane. */
    static PlanLane closed() {
        return new PlanLane(0);
    }

    /**
     * @param reference what the other lane makes of the same document; empty if nothing
     */
    Optional<ReturnMessage> translate(
            Mapping mapping,
            PlanTask task,
            byte[] document,
            Supplier<Optional<ReturnMessage>> reference) {
        var made = made(mapping, task, document);
        if (made.isEmpty()) {
            return reference.get();
        }
        if (planned.incrementAndGet() % shadowEvery != 0) {
            return made;
        }
        var expected = reference.get();
        if (!expected.map(it -> Arrays.equals(it.json(), made.get().json())).orElse(false)) {
            // not a constant: starting to log takes longer than a document
            LoggerFactory.getLogger(PlanLane.class)
                    .atError()
                    .addKeyValue("problem", TranslateProblem.LANES_DISAGREE.id())
                    .addKeyValue("remedy", TranslateProblem.LANES_DISAGREE.remedy())
                    .addKeyValue("message", mapping.message())
                    .addKeyValue("document", made.get().id())
                    .log("the plan of a mapping made another message than its rules");
        }
        return expected;
    }

    private Optional<ReturnMessage> made(Mapping mapping, PlanTask task, byte[] document) {
        var plan = mapping.plan();
        if (plan.isEmpty() || shadowEvery == 0 || document.length > LARGEST) {
            return Optional.empty();
        }
        var waiting = idle.poll();
        var run = waiting == null ? new PlanRun() : waiting;
        var made = plan.get().translate(run, task, document);
        if (!run.isLarge()) {
            idle.offer(run);
        }
        return made;
    }

    /** How many documents the plans translated so far. */
    long planned() {
        return planned.get();
    }
}
