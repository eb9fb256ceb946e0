package io.retrogate.archive;

/**
 * Where the archive keeps some bytes. Opaque: only the archive knows what it means; two messages
 * never share one.
 */
public record ArchiveAddress(String value) {

    @Override
    public String toString() {
        return value;
    }
}
