/** The exact bytes that crossed the border, fsynced, by opaque address. */
@ApplicationModule(allowedDependencies = {"edi"})
@NullMarked
package io.retrogate.archive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
