package io.retrogate.translate.tree;

import io.retrogate.edi.CharacterSet;
import io.retrogate.edi.Delimiters;
import java.io.ByteArrayOutputStream;

/** The bytes of one transaction set with the characters that separate them. */
public final class Wire {

    private final byte[] bytes;
    private final CharacterSet characters;
    private final byte element;
    private final byte component;
    private final byte terminator;
    private final byte release;

    public Wire(byte[] bytes, Delimiters delimiters, CharacterSet characters) {
        this.bytes = bytes;
        this.characters = characters;
        element = (byte) delimiters.element();
        component = (byte) delimiters.component();
        terminator = (byte) delimiters.segment();
        release = (byte) delimiters.release();
    }

    int length() {
        return bytes.length;
    }

    boolean endsSegment(int at) {
        return bytes[at] == terminator;
    }

    boolean endsElement(int at) {
        return bytes[at] == element;
    }

    boolean endsComponent(int at) {
        return bytes[at] == component;
    }

    /** Whether the byte behind this one has lost its power to separate. */
    boolean releases(int at) {
        return release != 0 && bytes[at] == release;
    }

    /** Line ends and blanks between segments mean nothing. */
    boolean isFiller(int at) {
        return bytes[at] >= 0
                && bytes[at] <= ' '
                && bytes[at] != element
                && bytes[at] != terminator;
    }

    /** The text between two offsets, without release characters and surrounding blanks. */
    String text(int from, int to) {
        for (int at = from; at < to; at++) {
            if (releases(at)) {
                return unreleased(from, to).strip();
            }
        }
        return characters.text(bytes, from, to - from).strip();
    }

    private String unreleased(int from, int to) {
        var plain = new ByteArrayOutputStream(to - from);
        for (int at = from; at < to; at++) {
            if (releases(at) && at + 1 < to) {
                at++;
            }
            plain.write(bytes[at]);
        }
        return characters.text(plain.toByteArray(), 0, plain.size());
    }
}
