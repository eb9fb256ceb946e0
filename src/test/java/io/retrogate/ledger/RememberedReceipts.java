package io.retrogate.ledger;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Expects nothing but what it is told, in memory. */
public final class RememberedReceipts implements AwaitedReceipts {

    public final Map<String, Awaited> expected = new ConcurrentHashMap<>();
    public final List<Arrived> arrived = new CopyOnWriteArrayList<>();
    public boolean current = true;

    @Override
    public boolean expect(Claim claim, String messageId, String mic) {
        expected.put(messageId, new Awaited(claim.delivery(), mic));
        return current;
    }

    @Override
    public Optional<Awaited> find(String partner, String messageId) {
        return Optional.ofNullable(expected.get(messageId));
    }

    @Override
    public synchronized void arrived(Arrived receipt) {
        arrived.add(receipt);
        notifyAll();
    }

    /** The receipt about this message, once it is there; empty if it does not come in this time. */
    public synchronized Optional<Arrived> arrived(String messageId, long millis)
            throws InterruptedException {
        UUID delivery = expected.get(messageId).delivery();
        long until = System.nanoTime() + millis * 1_000_000;
        Optional<Arrived> found = about(delivery);
        for (long left = millis; found.isEmpty() && left > 0; found = about(delivery)) {
            wait(left);
            left = (until - System.nanoTime()) / 1_000_000;
        }
        return found;
    }

    private Optional<Arrived> about(UUID delivery) {
        return arrived.stream().filter(a -> a.delivery().equals(delivery)).findFirst();
    }

    /** As if it had been sent. */
    public UUID expect(String messageId, String mic) {
        UUID delivery = UUID.randomUUID();
        expected.put(messageId, new Awaited(delivery, mic));
        return delivery;
    }
}
