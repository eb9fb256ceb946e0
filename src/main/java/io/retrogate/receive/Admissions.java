package io.retrogate.receive;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Who may be sending to us at the same time: so many in total, and so many of each name, so that
 * one partner, or a stranger, with slow bodies cannot shut out the others.
 */
final class Admissions {

    private final int most;
    private final AtomicInteger total = new AtomicInteger();
    private final Map<String, AtomicInteger> each = new ConcurrentHashMap<>();

    /**
     * @param most in total
     */
    Admissions(int most) {
        this.most = most;
    }

    /** Leave to send, until it is given back. */
    interface Admission {
        void end();
    }

    /**
     * @param name of the partner; empty for all strangers together
     * @param mostOfIt how many of it at the same time
     */
    Optional<Admission> admit(String name, int mostOfIt) {
        AtomicInteger one = each.computeIfAbsent(name, n -> new AtomicInteger());
        if (!taken(one, mostOfIt)) {
            return Optional.empty();
        }
        if (!taken(total, most)) {
            one.decrementAndGet();
            return Optional.empty();
        }
        return Optional.of(
                () -> {
                    total.decrementAndGet();
                    one.decrementAndGet();
                });
    }

    private static boolean taken(AtomicInteger count, int most) {
        return count.getAndUpdate(n -> n < most ? n + 1 : n) < most;
    }
}
