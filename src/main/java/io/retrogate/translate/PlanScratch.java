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
        room(20);
        size = digits(number, size);
    }

    /** Behind the last of the digits, which start at this place. */
    private int digits(long number, int at) {
        if (number > 9999) {
            var text = Long.toString(number);
            for (int i = 0; i < text.length(); i++) {
                bytes[at + i] = (byte) text.charAt(i);
            }
            return at + text.length();
        }
        int rest = (int) number;
        int length = rest > 999 ? 4 : rest > 99 ? 3 : rest > 9 ? 2 : 1;
        for (int i = at + length - 1; i >= at; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return at + length;
    }

    /** In quotes, as {@link io.retrogate.edi.Position} writes it. */
    void source(byte[] tag, int from, int to, long segment, int element, int component) {
        room(to - from + 60);
        int at = size;
        bytes[at++] = '"';
        for (int i = from; i < to; i++) {
            bytes[at++] = tag[i];
        }
        bytes[at++] = '[';
        at = digits(segment, at);
        bytes[at++] = ']';
        if (element > 0) {
            bytes[at++] = '-';
            if (element < 10) {
                bytes[at++] = '0';
            }
            at = digits(element, at);
        }
        if (component > 0) {
            bytes[at++] = '.';
            at = digits(component, at);
        }
        bytes[at++] = '"';
        size = at;
    }

    /**
     * The name of a member, which starts with a comma.
     *
     * @param first whether the comma has to go
     */
    void name(byte[] name, boolean first) {
        int from = first ? 1 : 0;
        int length = name.length - from;
        room(length);
        for (int at = 0; at < length; at++) {
            bytes[size + at] = name[from + at];
        }
        size += length;
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
