package io.retrogate.ledger;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The sole truth about every document. Each method is one transaction; when it returns, its effect
 * survives a crash.
 */
public interface Ledger {

    /**
     * C1. Message row, receipt, outbox row and audit link at once; an arrival with a refusal is
     * recorded, not queued.
     */
    Acceptance accept(Arrival arrival);

    /**
     * C2. Claims up to {@code limit} outbox rows for this relay; they come again if not confirmed
     * within the lease.
     */
    List<OutboxEntry> claimOutbox(int limit, Duration lease);

    /** C3. The broker has them. */
    void confirmSent(List<UUID> outboxIds);

    Optional<Transmission> transmission(UUID id);

    /**
     * C4. Compare-and-set on RECEIVED; everything that follows from the transmission, or nothing.
     */
    SettlementOutcome settle(Settlement settlement);

    /** How far a transmission is settled that is settled in instalments. */
    Progress progress(UUID transmission);

    /**
     * C4 in parts. Compare-and-set on RECEIVED and on how far it is settled, so that after a crash
     * each part is there once; the last one settles the transmission.
     */
    SettlementOutcome settle(Instalment instalment);

    /** A stage failed for good; {@code problem} is a problem id and one sentence. */
    void fail(UUID transmission, String problem);

    /**
     * C6. Empty if the delivery is done, not yet due, or held by somebody whose lease still runs.
     */
    Optional<Claim> claim(UUID delivery, Duration lease);

    /**
     * Notes what is sent in place of the canonical message, before it is sent; later claims carry
     * it. False if the token is stale: somebody else owns the delivery now.
     */
    boolean rendered(Claim claim, Rendition rendition);

    /**
     * C7. False if the token is stale: somebody else owns the delivery now and nothing was written.
     */
    boolean settle(Claim claim, DeliveryOutcome outcome);

    /**
     * Re-emits what is stuck: due retries, ended leases, transmissions received but not settled.
     * Returns how many.
     */
    int sweep();
}
