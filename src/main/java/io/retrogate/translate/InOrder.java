package io.retrogate.translate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Work on several threads whose results are taken in the order in which it was given out, by the
 * thread that gives it out. Only a few pieces are ever under way, so that memory stays bounded.
 */
final class InOrder<R> implements AutoCloseable {

    private final ExecutorService threads;
    private final Consumer<R> results;
    private final Deque<Future<R>> underWay = new ArrayDeque<>();
    private final int most;

    InOrder(int count, Consumer<R> results) {
        this.threads = Executors.newFixedThreadPool(count, InOrder::daemon);
        this.results = results;
        this.most = 2 * count;
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "translate");
        thread.setDaemon(true);
        return thread;
    }

    void give(Callable<R> work) {
        if (underWay.size() == most) {
            takeFirst();
        }
        underWay.add(threads.submit(work));
    }

    void takeRest() {
        while (!underWay.isEmpty()) {
            takeFirst();
        }
    }

    private void takeFirst() {
        try {
            results.accept(underWay.remove().get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while translating", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
