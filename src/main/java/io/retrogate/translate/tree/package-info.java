/** A document as the loops and segments of its schema, and the paths that lead through it. */
@NullMarked
package io.retrogate.translate.tree;

import org.jspecify.annotations.NullMarked;
