/** The language of documents: interchange, segment, finding, verdict, position. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.retrogate.edi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
