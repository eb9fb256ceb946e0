package io.retrogate.partner;

import java.nio.file.Path;

/** A file {@code mapping/*.yaml} of a partner's folder, as it was when the folder was read. */
public record MappingFile(Path file, String text) {}
