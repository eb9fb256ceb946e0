/** The canonical message while it is made: what its schema allows where, how it begins and ends. */
@NullMarked
package io.retrogate.translate.message;

import org.jspecify.annotations.NullMarked;
