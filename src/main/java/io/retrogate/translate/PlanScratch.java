package io.retrogate.translate;

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
        room(to - from);
        System.arraycopy(source, from, bytes, size, to - from);
        size += to - from;
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
        if (number < 0 || number > 99) {
            add(Long.toString(number));
            return;
        }
        if (number > 9) {
            add('0' + (int) number / 10);
        }
        add('0' + (int) number % 10);
    }

    /** As a JSON string; false, and nothing is added, if a byte cannot stand there as it is. */
    boolean quoted(byte[] source, int from, int to) {
        room(to - from + 2);
        int at = size;
        bytes[at++] = '"';
        for (int i = from; i < to; i++) {
            byte b = source[i];
            if (b < ' ' || b == '"' || b == '\\' || b == 0x7F) {
                return false;
            }
            bytes[at++] = b;
        }
        bytes[at++] = '"';
        size = at;
        return true;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
        }
    }
}
