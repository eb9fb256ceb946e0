/**
 * The sole truth: messages, states, outbox, deliveries, control numbers, audit chain; the only
 * owner of transactions.
 */
@ApplicationModule(allowedDependencies = {"edi", "partner"})
@NullMarked
package io.retrogate.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
