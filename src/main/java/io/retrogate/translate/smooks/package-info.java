/** What a Smooks configuration may name, and the engine that runs one. */
@NullMarked
package io.retrogate.translate.smooks;

import org.jspecify.annotations.NullMarked;
