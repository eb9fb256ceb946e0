/** The canonical ReturnMessage: what every partner document means, in one form. */
@ApplicationModule(allowedDependencies = {"edi"})
@NullMarked
package io.retrogate.returns;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
