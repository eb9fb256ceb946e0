/** What is known of a file without an envelope before and after Smooks has read it. */
@NullMarked
package io.retrogate.translate.files;

import org.jspecify.annotations.NullMarked;
