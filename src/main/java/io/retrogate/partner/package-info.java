/** Trading partners, endpoints, agreements and certificates, read from the folders under routes. */
@ApplicationModule(allowedDependencies = {"edi", "as2"})
@NullMarked
package io.retrogate.partner;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
