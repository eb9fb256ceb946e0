/** The way out: the canonical message as a document of a standard, documents as an interchange. */
@NullMarked
package io.retrogate.translate.out;

import org.jspecify.annotations.NullMarked;
