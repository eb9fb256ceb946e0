/** Stage 6. Hands a delivery over and proves that it arrived. */
@ApplicationModule(allowedDependencies = {"edi", "as2", "partner", "returns", "archive", "ledger"})
@NullMarked
package io.retrogate.deliver;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
