/**
 * The fast lane's tokenizer: where the segments and elements of one transaction set stand in its
 * bytes. Those who compile a plan over it know what they mean.
 */
@NamedInterface("lane")
@NullMarked
package io.retrogate.edi.lane;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
