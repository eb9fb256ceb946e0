package io.retrogate.edi.lane;

import io.retrogate.edi.Delimiters;
import java.util.Arrays;

/**
 * What each byte means to the index, looked up in a table that is made once for some delimiters.
 */
final class Separators {

    /** A byte of a value. */
    static final int NONE = 0;

    static final int ELEMENT = 1;
    static final int COMPONENT = 2;
    static final int SEGMENT = 3;
    static final int RELEASE = 4;

    /** A control character, or a repetition. */
    static final int REFUSED = 5;

    /** A byte of a value that is not printable ASCII, or that JSON has to escape. */
    static final int ODD = 6;

    private static final int DELETE = 0x7F;
    private static final int LAST_C1_CONTROL = 0x9F;

    private final byte[] kinds = new byte[256];
    private Delimiters delimiters = new Delimiters('*', '>', '~', (char) 0, (char) 0, '.');
    private boolean odd;
    private boolean usable = make();

    /** False if one of them is no punctuation. */
    boolean use(Delimiters by) {
        if (!by.equals(delimiters)) {
            delimiters = by;
            usable = make();
        }
        return usable;
    }

    private boolean make() {
        char release = delimiters.release();
        char repetition = delimiters.repetition();
        if (!isPlain(delimiters.element())
                || !isPlain(delimiters.component())
                || delimiters.segment() >= kinds.length
                || (release != 0 && !isPlain(release))
                || (repetition != 0 && !isPlain(repetition))) {
            return false;
        }
        Arrays.fill(kinds, (byte) NONE);
        Arrays.fill(kinds, 0, ' ', (byte) REFUSED);
        Arrays.fill(kinds, DELETE, LAST_C1_CONTROL + 1, (byte) REFUSED);
        Arrays.fill(kinds, LAST_C1_CONTROL + 1, kinds.length, (byte) ODD);
        put('"', ODD);
        put('\\', ODD);
        put(repetition, REFUSED);
        put(delimiters.component(), COMPONENT);
        put(release, RELEASE);
        kinds[delimiters.segment()] = SEGMENT;
        put(delimiters.element(), ELEMENT);
        odd = kinds['"'] != ODD || kinds['\\'] != ODD;
        return true;
    }

    private void put(char separator, int kind) {
        if (separator != 0) {
            kinds[separator] = (byte) kind;
        }
    }

    private static boolean isPlain(char separator) {
        return separator > ' ' && separator < DELETE && !Character.isLetterOrDigit(separator);
    }

    /** Whether one of them is a character that JSON has to escape. */
    boolean areOdd() {
        return odd;
    }

    int kind(byte b) {
        return kinds[b & 0xFF];
    }

    /** Whatever it may mean here besides. */
    boolean isControl(byte b) {
        int code = b & 0xFF;
        return code < ' ' || (code >= DELETE && code <= LAST_C1_CONTROL);
    }

    Delimiters delimiters() {
        return delimiters;
    }
}
