/** Stage 2. Reads the interchange and judges it against the standard and the agreement. */
@ApplicationModule(allowedDependencies = {"edi", "edi :: schema", "edi :: lane", "partner"})
@NullMarked
package io.retrogate.validate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
