/** Stage 1. Takes transmissions in; nothing is acknowledged before it is durable. */
@ApplicationModule(allowedDependencies = {"edi", "as2", "partner", "archive", "ledger"})
@NullMarked
package io.retrogate.receive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
