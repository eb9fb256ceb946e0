/** What a Smooks configuration gave, shaped as the canonical message has it. */
@NullMarked
package io.retrogate.translate.shape;

import org.jspecify.annotations.NullMarked;
