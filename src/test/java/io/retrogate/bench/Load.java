package io.retrogate.bench;

import io.retrogate.as2.PreparedMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

/**
 * Some clients, each of which sends its next message when it has looked at the answer to the one
 * before. Every answer is checked; a sample is verified when the clock has stopped.
 */
final class Load {

    private static final int SAMPLED = 10;

    private final Candidate candidate;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger verified = new AtomicInteger();

    Load(Candidate candidate) {
        this.candidate = candidate;
    }

    String name() {
        return candidate.name();
    }

    void refusesAStranger() throws IOException {
        candidate.refusesAStranger();
    }

    int answered() {
        return answered.get();
    }

    int verified() {
        return verified.get();
    }

    Measurement run(int clients, Duration time) throws Exception {
        var threads = Executors.newFixedThreadPool(clients);
        try {
            var before = candidate.costs();
            long start = System.nanoTime();
            long end = start + time.toNanos();
            List<Callable<Sent>> work = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                work.add(() -> send(end));
            }
            List<Sent> sent = new ArrayList<>();
            for (var client : threads.invokeAll(work)) {
                sent.add(client.get());
            }
            var took = Duration.ofNanos(System.nanoTime() - start);
            var costs = candidate.costs().minus(before);
            sent.stream().flatMap(client -> client.sample().stream()).forEach(this::verify);
            var nanos = sent.stream().flatMapToLong(s -> s.nanos().build()).toArray();
            answered.addAndGet(nanos.length);
            return new Measurement(clients, took, nanos, costs);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception wrong ? wrong : e;
        } finally {
            threads.shutdownNow();
        }
    }

    private record Sent(LongStream.Builder nanos, List<Exchange> sample) {}

    private Sent send(long end) throws IOException {
        var sent = new Sent(LongStream.builder(), new ArrayList<>());
        for (int i = 0; System.nanoTime() - end < 0; i++) {
            long start = System.nanoTime();
            var exchange = candidate.post().send(message());
            sent.nanos().add(System.nanoTime() - start);
            exchange.check();
            if (i % SAMPLED == 0) {
                sent.sample().add(exchange);
            }
        }
        return sent;
    }

    private PreparedMessage message() {
        var messages = candidate.messages();
        return messages.get(Math.floorMod(next.getAndIncrement(), messages.size()));
    }

    private void verify(Exchange exchange) {
        exchange.verify();
        verified.incrementAndGet();
    }
}
