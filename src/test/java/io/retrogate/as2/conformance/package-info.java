/**
 * Forty cases of AS2, asked of a real receiver over HTTP by a client that shares no code with it.
 */
@NullMarked
package io.retrogate.as2.conformance;

import org.jspecify.annotations.NullMarked;
