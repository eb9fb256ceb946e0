/** Stage 3. Turns a document into the canonical ReturnMessage. */
@ApplicationModule(
        allowedDependencies = {"edi", "edi :: schema", "edi :: lane", "partner", "returns"})
@NullMarked
package io.retrogate.translate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
