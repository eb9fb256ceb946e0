/** Stage 5. Decides who gets a document, one delivery each. */
@ApplicationModule(allowedDependencies = {"edi", "partner", "returns", "ledger"})
@NullMarked
package io.retrogate.dispatch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
