/** The rules of a mapping: compiled from its text, and applied to the tree of a document. */
@NullMarked
package io.retrogate.translate.rule;

import org.jspecify.annotations.NullMarked;
