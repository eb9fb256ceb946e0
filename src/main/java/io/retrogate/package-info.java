/** The root: the pipeline, the broker and what starts them. */
@NullMarked
package io.retrogate;

import org.jspecify.annotations.NullMarked;
