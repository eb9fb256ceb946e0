package io.retrogate.ledger;

import java.util.UUID;

/**
 * A committed wish to wake somebody up; it carries an id only.
 *
 * @param id also the broker's duplicate id
 * @param topic the queue: {@code retrogate.transmission} or {@code retrogate.delivery.<target>}
 * @param group affinity: RMA or partner
 * @param reference the transmission or the delivery
 */
public record OutboxEntry(UUID id, String topic, String group, UUID reference) {}
