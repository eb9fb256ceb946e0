package io.retrogate.edi;

/**
 * What kind of document a transaction set is.
 *
 * <p>X12: {@code (X12, "856", "004010", "")} from ST01 and GS08. EDIFACT: {@code (EDIFACT,
 * "RETANN", "D01B", "EAN003")} from UNH S009 (0065, 0052 + 0054, 0057); the association is empty
 * when absent.
 */
public record MessageType(Standard standard, String code, String version, String association) {

    public static MessageType x12(String code, String version) {
        return new MessageType(Standard.X12, code, version, "");
    }

    public static MessageType edifact(String code, String version, String association) {
        return new MessageType(Standard.EDIFACT, code, version, association);
    }

    @Override
    public String toString() {
        return association.isEmpty()
                ? code + " " + version
                : code + " " + version + " " + association;
    }
}
