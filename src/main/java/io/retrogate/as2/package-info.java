/** The language of AS2: MIME on bytes, CMS, MIC, MDN. No Spring, no database. */
@ApplicationModule(allowedDependencies = {"edi"})
@NullMarked
package io.retrogate.as2;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
