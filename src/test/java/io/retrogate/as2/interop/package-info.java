/** Messages and receipts to and from AS2 products of other makes, each in a process of its own. */
@NullMarked
package io.retrogate.as2.interop;

import org.jspecify.annotations.NullMarked;
