/**
 * Stage 3. Turns a document into the canonical ReturnMessage, and back. Here are the stage itself
 * and its lanes; what they are made of, each knowing only what stands before it: {@code text},
 * {@code value}, {@code tree} and {@code message}, then {@code rule}, of which {@code plan} and
 * {@code out} are compiled; {@code smooks}, {@code files} and {@code shape} for what Smooks reads.
 */
@ApplicationModule(
        allowedDependencies = {"edi", "edi :: schema", "edi :: lane", "partner", "returns"})
@NullMarked
package io.retrogate.translate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
