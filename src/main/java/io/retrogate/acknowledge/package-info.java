/** Stage 4. Says what we made of an interchange, and reads what partners say of ours. */
@ApplicationModule(allowedDependencies = {"edi", "edi :: schema", "partner", "ledger"})
@NullMarked
package io.retrogate.acknowledge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
