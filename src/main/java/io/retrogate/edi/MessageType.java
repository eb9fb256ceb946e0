package io.retrogate.edi;

/**
 * What kind of document a transaction set is.
 *
 * <p>X12: {@code (X12, "856", "004010", "")} from ST01 and GS08. EDIFACT: {@code (EDIFACT,
 * "RETANN", "D01B", "EAN003")} from UNH S009 (0065, 0052 + 0054, 0057); the association is empty
 * when absent. A file without an envelope: {@code (FILE, "RETURNS", "CSV", "")}, a name and a form.
 */
public record MessageType(Standard standard, String code, String version, String association) {

    public static MessageType x12(String code, String version) {
        return new MessageType(Standard.X12, code, version, "");
    }

    public static MessageType edifact(String code, String version, String association) {
        return new MessageType(Standard.EDIFACT, code, version, association);
    }

    /**
     * @param form {@code CSV}, {@code FIXED} or {@code XML}
     */
    public static MessageType file(String name, String form) {
        return new MessageType(Standard.FILE, name, form, "");
    }

    @Override
    public String toString() {
        return association.isEmpty()
                ? code + " " + version
                : code + " " + version + " " + association;
    }
}
