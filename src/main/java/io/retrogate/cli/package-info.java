/** What people type: the commands of the gateway. */
@ApplicationModule(
        allowedDependencies = {
            "edi",
            "as2",
            "edi :: schema",
            "partner",
            "returns",
            "archive",
            "ledger",
            "validate",
            "translate",
            "acknowledge",
            "deliver"
        })
@NullMarked
package io.retrogate.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
