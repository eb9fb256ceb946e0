package io.retrogate.edi.lane;

import io.retrogate.edi.Delimiters;
import java.util.Arrays;

/**
 * Where the segments and elements of one transaction set stand in its bytes. An instance is reused
 * from one set to the next and belongs to one thread. Nothing is copied and nothing decoded: a
 * component separator or a released character is still there.
 */
public final class TransactionIndex {

    /** What {@link #readSet} says if the trailer does not come within the bytes at hand. */
    public static final int MORE = -2;

    /** What {@link #readSet} says of anything that this index cannot hold. */
    public static final int DOUBTFUL = -1;

    /** Marks an element that holds a component separator or a released character. */
    private static final int COMPOSED = 1 << 31;

    private byte[] bytes = new byte[0];
    private final Separators separators = new Separators();

    /** The first mark of each segment, and one behind the last. */
    private int[] firsts = new int[256];

    private int[] tags = new int[256];

    /** Where each element starts, the tag being element 0; then one behind the terminator. */
    private int[] marks = new int[2048];

    private int segments;
    private int markCount;
    private boolean released;
    private boolean plain;

    /**
     * Reads the set that these bytes are, from its header's tag to its trailer's terminator; line
     * ends between segments are passed over. False if there is anything that this index cannot
     * hold: a separator that is no punctuation, a repetition, a control character, a segment that
     * does not end.
     */
    public boolean read(byte[] content, int from, int to, Delimiters by) {
        if (!open(content, by)) {
            return false;
        }
        int at = passLineEnds(from, to);
        while (at < to) {
            at = segment(at, to);
            if (at < 0) {
                return false;
            }
            at = passLineEnds(at, to);
        }
        firsts[segments] = markCount;
        return segments > 0;
    }

    /**
     * Reads the set that starts here up to the first segment with the trailer's tag ({@link
     * #packed}); the offset behind its terminator, {@link #MORE} or {@link #DOUBTFUL}.
     */
    public int readSet(byte[] content, int from, int to, Delimiters by, int trailer) {
        if (!open(content, by)) {
            return DOUBTFUL;
        }
        int at = from;
        while (at < to) {
            at = segment(at, to);
            if (at < 0) {
                return at;
            }
            if (tags[segments - 1] == trailer) {
                firsts[segments] = markCount;
                return at;
            }
            if (segments > 1 && tags[segments - 1] == tags[0]) {
                // The next set begins, so this one has no trailer; nobody has to look further.
                return DOUBTFUL;
            }
            at = passLineEnds(at, to);
        }
        return MORE;
    }

    private boolean open(byte[] content, Delimiters by) {
        bytes = content;
        segments = 0;
        markCount = 0;
        released = false;
        boolean usable = separators.use(by);
        plain = !separators.areOdd();
        return usable;
    }

    private int segment(int from, int to) {
        openSegment();
        mark(from);
        byte[] content = bytes;
        for (int i = from; i < to; i++) {
            int kind = separators.kind(content[i]);
            if (kind == Separators.NONE) {
                continue;
            }
            switch (kind) {
                case Separators.ELEMENT -> mark(i + 1);
                case Separators.COMPONENT -> marks[markCount - 1] |= COMPOSED;
                case Separators.SEGMENT -> {
                    mark(i + 1);
                    tags[segments - 1] = packedTag();
                    return i + 1;
                }
                case Separators.RELEASE -> {
                    released = true;
                    marks[markCount - 1] |= COMPOSED;
                    i++;
                    if (i < to && separators.isControl(content[i])) {
                        return DOUBTFUL;
                    }
                }
                case Separators.ODD -> plain = false;
                default -> {
                    return DOUBTFUL;
                }
            }
        }
        return MORE;
    }

    private int passLineEnds(int from, int to) {
        if (separators.delimiters().segment() <= ' ') {
            // An empty line would be an empty segment.
            return from;
        }
        int at = from;
        while (at < to && (bytes[at] == '\r' || bytes[at] == '\n')) {
            at++;
        }
        return at;
    }

    private void openSegment() {
        if (segments + 1 >= firsts.length) {
            firsts = Arrays.copyOf(firsts, firsts.length * 2);
            tags = Arrays.copyOf(tags, firsts.length);
        }
        firsts[segments++] = markCount;
    }

    private void mark(int at) {
        if (markCount == marks.length) {
            marks = Arrays.copyOf(marks, marks.length * 2);
        }
        marks[markCount++] = at;
    }

    private int packedTag() {
        int end = end(segments - 1, 0);
        int packed = 0;
        for (int i = start(segments - 1, 0); i < end; i++) {
            packed = (packed << 8) | (bytes[i] & 0xFF);
        }
        return packed;
    }

    /** The header and the trailer of the set are counted. */
    public int segments() {
        return segments;
    }

    /** How many elements stand in the segment, empty ones included, its tag not. */
    public int elements(int segment) {
        return firsts[segment + 1] - firsts[segment] - 2;
    }

    /** Offset of the first byte; element 0 is the tag. */
    public int start(int segment, int element) {
        return marks[firsts[segment] + element] & ~COMPOSED;
    }

    /** Offset behind the last byte. */
    public int end(int segment, int element) {
        return (marks[firsts[segment] + element + 1] & ~COMPOSED) - 1;
    }

    /** Whether both segments say the same, letter by letter. */
    public boolean isSame(int segment, int other) {
        int from = start(segment, 0);
        int otherFrom = start(other, 0);
        return Arrays.equals(
                bytes,
                from,
                marks[firsts[segment + 1] - 1] & ~COMPOSED,
                bytes,
                otherFrom,
                marks[firsts[other + 1] - 1] & ~COMPOSED);
    }

    /** Whether both segments, which have this element, say the same there, letter by letter. */
    public boolean isSame(int segment, int other, int element) {
        int from = start(segment, element);
        int otherFrom = start(other, element);
        int length = end(segment, element) - from;
        if (length != end(other, element) - otherFrom) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (bytes[from + i] != bytes[otherFrom + i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether a component separator or a released character stands in the element. */
    public boolean isComposed(int segment, int element) {
        return marks[firsts[segment] + element] < 0;
    }

    /** The tag as {@link #packed} does it. */
    public int tag(int segment) {
        return tags[segment];
    }

    /** A tag of up to four characters as one number. */
    public static int packed(String tag) {
        int packed = 0;
        for (int i = 0; i < tag.length(); i++) {
            packed = (packed << 8) | tag.charAt(i);
        }
        return packed;
    }

    public byte at(int offset) {
        return bytes[offset];
    }

    /** The bytes that the offsets count in; not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    public Delimiters delimiters() {
        return separators.delimiters();
    }

    /** Whether there is any released character at all. */
    public boolean released() {
        return released;
    }

    /** Whether every byte is printable ASCII, and neither a quotation mark nor a backslash. */
    public boolean isPlain() {
        return plain;
    }

    /** How many elements it has room for. */
    public int capacity() {
        return marks.length;
    }
}
