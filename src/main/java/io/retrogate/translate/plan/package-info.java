/** A mapping compiled for speed: from the bytes of a document to the bytes of its message. */
@NullMarked
package io.retrogate.translate.plan;

import org.jspecify.annotations.NullMarked;
