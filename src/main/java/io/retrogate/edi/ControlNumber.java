package io.retrogate.edi;

/** Ties a header to its trailer. Kept as text: leading zeros are significant on the wire. */
public record ControlNumber(String value) {

    /** Whether both denote the same number, however each was padded. */
    public boolean matches(ControlNumber other) {
        return unpadded().equals(other.unpadded());
    }

    /** Equal for numbers that match. */
    public String unpadded() {
        return value.strip().replaceFirst("^0+(?=.)", "");
    }

    @Override
    public String toString() {
        return value;
    }
}
