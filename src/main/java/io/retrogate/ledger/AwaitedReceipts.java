package io.retrogate.ledger;

import java.util.Optional;
import java.util.UUID;

/**
 * What we sent and have no proof of yet, as the proof comes on a connection of its own. Each method
 * is one transaction.
 */
public interface AwaitedReceipts {

    /**
     * Notes, before it is sent, what a receipt has to say. False if the token is stale: somebody
     * else owns the delivery now.
     */
    boolean expect(Claim claim, String messageId, String mic);

    /** What was sent to this partner under this Message-ID, and has, or had, to be proven so. */
    Optional<Awaited> find(String partner, String messageId);

    /**
     * Keeps the receipt for good, and ends the delivery as it says, whoever holds it. A delivery
     * that is delivered stays so, and a refusal does not revive one that is dead.
     */
    void arrived(Arrived receipt);

    /** A delivery whose receipt must name this MIC. */
    record Awaited(UUID delivery, String mic) {}

    /**
     * A receipt that came.
     *
     * @param headers of its HTTP request, CR LF after each line
     * @param address archive address of its body
     * @param outcome what follows for the delivery; empty if it proves nothing
     * @param judgement one sentence for people
     */
    record Arrived(
            UUID delivery,
            String headers,
            String address,
            Optional<DeliveryOutcome> outcome,
            String judgement) {}
}
