package io.retrogate.validate;

import io.retrogate.edi.Delimiters;
import java.io.IOException;
import java.util.Optional;

/** Cuts one interchange into segments; what may stand between them is passed over. */
final class SegmentReader {

    /** No segment of a real document comes near; noise without a terminator does. */
    private static final int LONGEST = 1 << 20;

    private static final String BLANKS = " \t\r\n\0\u001A";

    private final ByteWindow window;
    private final Delimiters delimiters;
    private int ordinal;

    SegmentReader(ByteWindow window, Delimiters delimiters) {
        this.window = window;
        this.delimiters = delimiters;
    }

    static void passBlanks(ByteWindow window) throws IOException {
        for (int next = window.peek();
                next >= 0 && BLANKS.indexOf(next) >= 0;
                next = window.peek()) {
            window.pass(1);
        }
    }

    /** Empty at the end of the content, and where no terminator comes. */
    Optional<RawSegment> next() throws IOException {
        passBlanks(window);
        long start = window.offset();
        var text = new StringBuilder();
        for (int next = window.peek(); next >= 0; next = window.peek()) {
            window.pass(1);
            if (next == delimiters.segment()) {
                ordinal++;
                return Optional.of(
                        new RawSegment(text.toString(), start, window.offset(), ordinal));
            }
            text.append((char) next);
            if (delimiters.release() != 0 && next == delimiters.release() && window.peek() >= 0) {
                text.append((char) window.peek());
                window.pass(1);
            }
            if (text.length() > LONGEST) {
                break;
            }
        }
        return lastWithoutTerminator(text.toString(), start);
    }

    /** Many files end with IEA or UNZ and no terminator; count and number tell if it is whole. */
    private Optional<RawSegment> lastWithoutTerminator(String text, long start) throws IOException {
        boolean trailer =
                text.startsWith("IEA" + delimiters.element())
                        || text.startsWith("UNZ" + delimiters.element());
        if (!trailer || window.peek() >= 0) {
            return Optional.empty();
        }
        ordinal++;
        return Optional.of(new RawSegment(text.strip(), start, window.offset(), ordinal));
    }

    /** Whether the next segment starts another interchange. */
    boolean atHeader() throws IOException {
        passBlanks(window);
        return Headers.startsHere(window);
    }
}
