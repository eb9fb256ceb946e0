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
    public void arrived(Arrived receipt) {
        arrived.add(receipt);
    }

    /** The first receipt about this message, if one is there. */
    public Optional<Arrived> about(String messageId) {
        UUID delivery = expected.get(messageId).delivery();
        return arrived.stream().filter(a -> a.delivery().equals(delivery)).findFirst();
    }

    /** As if it had been sent. */
    public UUID expect(String messageId, String mic) {
        UUID delivery = UUID.randomUUID();
        expected.put(messageId, new Awaited(delivery, mic));
        return delivery;
    }
}
