package io.retrogate.translate.plan;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that are made while a document is read: what stands so nowhere in it. */
final class PlanScratch {

    private byte[] bytes = new byte[1024];
    private int size;

    void clear() {
        size = 0;
    }

    /** Offset of the next byte. */
    int size() {
        return size;
    }

    byte[] bytes() {
        return bytes;
    }

    void add(int octet) {
        room(1);
        bytes[size++] = (byte) octet;
    }

    void add(byte[] source, int from, int to) {
        int length = to - from;
        room(length);
        Octets.copy(source, from, bytes, size, length);
        size += length;
    }

    void add(byte[] source) {
        add(source, 0, source.length);
    }

    /** In UTF-8. */
    void add(String text) {
        add(text.getBytes(StandardCharsets.UTF_8));
    }

    void dropLast() {
        size--;
    }

    /** In decimal digits. */
    void number(long number) {
        if (number >= 10_000) {
            add(Long.toString(number));
            return;
        }
        room(4);
        int rest = (int) number;
        if (rest >= 100) {
            pair(rest / 100, rest >= 1000);
            pair(rest % 100, true);
        } else {
            pair(rest, rest >= 10);
        }
    }

    private void pair(int number, boolean both) {
        int tens = number / 10;
        if (both) {
            bytes[size++] = (byte) ('0' + tens);
        }
        bytes[size++] = (byte) ('0' + number - 10 * tens);
    }

    /**
     * The name of a member, which starts with a comma.
     *
     * @param first whether the comma has to go
     */
    void name(byte[] name, boolean first) {
        add(name, first ? 1 : 0, name.length);
    }

    /** As a JSON string of bytes that can all stand there as they are. */
    void quotedAsIs(byte[] source, int from, int to) {
        int length = to - from;
        room(length + 2);
        bytes[size] = '"';
        Octets.copy(source, from, bytes, size + 1, length);
        size += length + 2;
        bytes[size - 1] = '"';
    }

    /** As a JSON string; false, and nothing is added, if a byte cannot stand there as it is. */
    boolean quoted(byte[] source, int from, int to) {
        for (int i = from; i < to; i++) {
            byte b = source[i];
            if (b < ' ' || b == '"' || b == '\\' || b == 0x7F) {
                return false;
            }
        }
        quotedAsIs(source, from, to);
        return true;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
        }
    }
}
