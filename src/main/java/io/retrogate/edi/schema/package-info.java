/**
 * StAEDI schemas of every supported document, loaded once and shared; the only part of edi that
 * knows StAEDI.
 */
@NamedInterface("schema")
@NullMarked
package io.retrogate.edi.schema;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
