/** How the text of an element becomes a value, and back: numbers, moments, identifiers, codes. */
@NullMarked
package io.retrogate.translate.value;

import org.jspecify.annotations.NullMarked;
