package io.retrogate.receive;

import io.retrogate.ledger.Acceptance;
import io.retrogate.ledger.Acceptance.Outcome;
import io.retrogate.ledger.Arrival;
import io.retrogate.ledger.Claim;
import io.retrogate.ledger.DeliveryOutcome;
import io.retrogate.ledger.Instalment;
import io.retrogate.ledger.Ledger;
import io.retrogate.ledger.OutboxEntry;
import io.retrogate.ledger.Progress;
import io.retrogate.ledger.Rendition;
import io.retrogate.ledger.Settlement;
import io.retrogate.ledger.SettlementOutcome;
import io.retrogate.ledger.Transmission;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** Accepts arrivals as the ledger does, in memory; knows nothing of what comes after. */
public final class RecordingLedger implements Ledger {

    public final List<Arrival> accepted = new CopyOnWriteArrayList<>();
    public final List<Outcome> outcomes = new CopyOnWriteArrayList<>();
    private final Map<String, Arrival> byKey = new HashMap<>();
    private volatile boolean failing;

    void fail() {
        fail(true);
    }

    public void fail(boolean now) {
        failing = now;
    }

    @Override
    public synchronized Acceptance accept(Arrival arrival) {
        if (failing) {
            throw new IllegalStateException("no connection to the database");
        }
        Arrival first =
                arrival.uniqueKey().isEmpty()
                        ? null
                        : byKey.putIfAbsent(arrival.uniqueKey(), arrival);
        Acceptance acceptance =
                first == null
                        ? new Acceptance(Outcome.NEW, arrival.id(), arrival.receipt())
                        : again(first, arrival);
        outcomes.add(acceptance.outcome());
        accepted.add(arrival);
        return acceptance;
    }

    private static Acceptance again(Arrival first, Arrival arrival) {
        return first.contentDigest().equals(arrival.contentDigest())
                ? new Acceptance(Outcome.DUPLICATE, first.id(), first.receipt())
                : new Acceptance(Outcome.CONFLICT, first.id(), Optional.empty());
    }

    @Override
    public List<OutboxEntry> claimOutbox(int limit, Duration lease) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void confirmSent(List<UUID> outboxIds) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Transmission> transmission(UUID id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SettlementOutcome settle(Settlement settlement) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Progress progress(UUID transmission) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SettlementOutcome settle(Instalment instalment) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void fail(UUID transmission, String problem) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Claim> claim(UUID delivery, Duration lease) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean rendered(Claim claim, Rendition rendition) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean settle(Claim claim, DeliveryOutcome outcome) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int sweep() {
        throw new UnsupportedOperationException();
    }
}
