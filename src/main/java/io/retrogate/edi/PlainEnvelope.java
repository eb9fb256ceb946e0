package io.retrogate.edi;

/**
 * The plainest envelope in which one transaction set can be read by itself: StAEDI reads nothing
 * without one. Only what separates is taken from the real one.
 *
 * @param group GS01 of such a set; not used for EDIFACT
 */
public record PlainEnvelope(MessageType type, String group, Delimiters delimiters) {

    /** What stands before ST or UNH. */
    public String header() {
        return type.standard() == Standard.X12 ? x12Header() : edifactHeader();
    }

    /** What stands behind SE or UNT. */
    public String trailer() {
        char terminator = delimiters.segment();
        return type.standard() == Standard.X12
                ? written("GE*1*1") + terminator + written("IEA*1*000000001") + terminator
                : "UNZ" + delimiters.element() + "1" + delimiters.element() + "1" + terminator;
    }

    private String x12Header() {
        boolean repeats = delimiters.repetition() != 0;
        var isa =
                String.format(
                        "ISA*00*%10s*00*%10s*ZZ*%-15s*ZZ*%-15s*260101*0000*%s*%s*000000001*0*P*",
                        "", "", "S", "R", repeats ? "^" : "U", repeats ? "00501" : "00401");
        return written(isa)
                + delimiters.component()
                + delimiters.segment()
                + written("GS*" + group + "*SENDER*RECEIVER*20260101*0000*1*X*" + type.version())
                + delimiters.segment();
    }

    private String written(String text) {
        var written = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            // In one pass, as either may be the other's usual sign.
            if (text.charAt(i) == '*') {
                written.setCharAt(i, delimiters.element());
            } else if (text.charAt(i) == '^') {
                written.setCharAt(i, delimiters.repetition());
            }
        }
        return written.toString();
    }

    private String edifactHeader() {
        boolean syntax4 = delimiters.repetition() != 0;
        var unb = "UNB+UNOC:" + (syntax4 ? "4" : "3") + "+S+R+" + (syntax4 ? "20" : "") + "260101";
        return "UNA"
                + delimiters.component()
                + delimiters.element()
                + delimiters.decimalMark()
                + orBlank(delimiters.release())
                + orBlank(delimiters.repetition())
                + delimiters.segment()
                + separated(unb + ":0000+1")
                + delimiters.segment();
    }

    private String separated(String text) {
        var separated = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '+') {
                separated.setCharAt(i, delimiters.element());
            } else if (text.charAt(i) == ':') {
                separated.setCharAt(i, delimiters.component());
            }
        }
        return separated.toString();
    }

    private static char orBlank(char sign) {
        return sign == 0 ? ' ' : sign;
    }
}
