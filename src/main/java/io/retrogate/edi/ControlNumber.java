package io.retrogate.edi;

/** Ties a header to its trailer. Kept as text: leading zeros are significant on the wire. */
public record ControlNumber(String value) {

    /** Whether both denote the same number, however each was padded. */
    public boolean matches(ControlNumber other) {
        return value.equals(other.value) || unpadded().equals(other.unpadded());
    }

    /** Equal for numbers that match. */
    public String unpadded() {
        var stripped = value.strip();
        int from = 0;
        while (from < stripped.length() - 1 && stripped.charAt(from) == '0') {
            from++;
        }
        return stripped.substring(from);
    }

    @Override
    public String toString() {
        return value;
    }
}
