/** What people see: the status page and the REST API. */
@ApplicationModule(allowedDependencies = {"edi", "as2", "partner", "returns", "archive", "ledger"})
@NullMarked
package io.retrogate.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
