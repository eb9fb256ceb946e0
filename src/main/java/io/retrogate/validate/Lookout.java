package io.retrogate.validate;

import io.retrogate.edi.GatewayException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;

/** A block of which several threads judge a stretch each. */
final class Lookout {

    private final List<FutureTask<Stretch>> underWay = new ArrayList<>();
    private final List<LookAhead.Sure> sure = new ArrayList<>();
    private long until;

    /**
     * @param until offset where the next block starts; the largest number if there is none
     */
    Lookout(long until) {
        this.until = until;
    }

    void begin(Stretch stretch, Executor by) {
        var task = new FutureTask<>(stretch);
        underWay.add(task);
        by.execute(task);
    }

    /** Waits for all threads. */
    void await() {
        for (var task : underWay) {
            var stretch = done(task);
            sure.addAll(stretch.sure());
            until = Math.min(until, stretch.until());
        }
        underWay.clear();
    }

    /** Sets of which there is nothing to be said, in order. */
    List<LookAhead.Sure> sure() {
        return sure;
    }

    /** Up to where the content was looked at. */
    long until() {
        return until;
    }

    private static Stretch done(FutureTask<Stretch> task) {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GatewayException(ValidateProblem.CONTENT_UNREADABLE, "interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
