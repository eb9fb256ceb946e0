/**
 * What newcomers see: two partners and two endpoints, played on loopback against a real gateway.
 */
@ApplicationModule(allowedDependencies = {"edi", "as2", "partner", "ledger"})
@NullMarked
package io.retrogate.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
