package io.retrogate.validate;

/**
 * Bytes of a {@link ByteWindow} as they stand in its buffer, from a set's header on; they hold
 * until something else is asked of the window, and no longer.
 */
final class Block {

    private final byte[] buffer;
    private final int from;
    private final int to;
    private final long start;

    /**
     * @param start offset of the buffer's first byte in the content
     */
    Block(byte[] buffer, int from, int to, long start) {
        this.buffer = buffer;
        this.from = from;
        this.to = to;
        this.start = start;
    }

    byte[] buffer() {
        return buffer;
    }

    /** Of its first byte in the buffer. */
    int from() {
        return from;
    }

    /** Behind its last byte in the buffer. */
    int to() {
        return to;
    }

    int length() {
        return to - from;
    }

    /** Where this byte of the buffer stands in the content. */
    long offset(int at) {
        return start + at;
    }
}
