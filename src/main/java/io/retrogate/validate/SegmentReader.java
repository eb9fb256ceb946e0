package io.retrogate.validate;

import io.retrogate.edi.Delimiters;
import io.retrogate.edi.lane.TransactionIndex;
import java.io.IOException;
import java.util.Optional;

/** Cuts one interchange into segments; what may stand between them is passed over. */
final class SegmentReader {

    /** No segment of a real document comes near; noise without a terminator does. */
    private static final int LONGEST = 1 << 20;

    /** A set larger than this is read segment by segment. */
    private static final int LONGEST_SET = 8 << 20;

    private static final String BLANKS = " \t\r\n\0\u001A";

    private final ByteWindow window;
    private final Delimiters delimiters;
    private int ordinal;
    private int ahead;

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
        int length = window.before(delimiters.segment(), delimiters.release(), LONGEST);
        if (length >= 0) {
            var text = window.peek(length);
            window.pass(length + 1);
            ordinal++;
            return Optional.of(new RawSegment(text, start, window.offset(), ordinal));
        }
        var rest = window.peek(LONGEST);
        window.pass(rest.length());
        return lastWithoutTerminator(rest, start);
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

    /** Indexes the set of which this header was read last; false if it is doubtful, or too long. */
    boolean index(TransactionIndex index, RawSegment header, int trailer) throws IOException {
        int behind = Math.toIntExact(header.end() - header.start());
        ahead = window.index(index, behind, delimiters, trailer, LONGEST_SET);
        return ahead >= 0;
    }

    /**
     * Bytes from this offset on, that of the header which was read last or behind it; see {@link
     * ByteWindow#ahead}.
     */
    Block ahead(RawSegment header, long start, int count) throws IOException {
        return window.ahead(Math.toIntExact(header.end() - header.start()), start, count);
    }

    /** Where the first byte of what was indexed last stands in the content. */
    long start() {
        return window.start();
    }

    /** Passes over the set that was indexed last; the offset behind it. */
    long pass(TransactionIndex index) {
        return passTo(window.offset() + ahead, index.segments());
    }

    /** Passes over the set of which the header was read last, up to this offset. */
    long passTo(long end, int segments) {
        window.pass(Math.toIntExact(end - window.offset()));
        ordinal += segments - 1;
        return end;
    }

    /** Whether the next segment starts another interchange. */
    boolean atHeader() throws IOException {
        passBlanks(window);
        return Headers.startsHere(window);
    }
}
