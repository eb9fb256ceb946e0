/** Mapping files as written: each part knows its file and line, for whoever has to mend it. */
@NullMarked
package io.retrogate.translate.text;

import org.jspecify.annotations.NullMarked;
