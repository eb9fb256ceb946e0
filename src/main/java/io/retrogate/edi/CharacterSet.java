package io.retrogate.edi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.Optional;

/**
 * The characters in which an interchange is written, always a superset of ASCII. EDIFACT says so in
 * UNB S001 0001 (ISO 9735 annex A); X12 leaves it to the partners and is otherwise read as ISO
 * 8859-1.
 */
public record CharacterSet(Charset charset) {

    public static final CharacterSet LATIN = new CharacterSet(ISO_8859_1);

    /** ISO 9735 annex A: what is not ISO 8859-1. */
    private static final Map<String, String> BY_SYNTAX =
            Map.of(
                    "UNOD", "ISO-8859-2",
                    "UNOE", "ISO-8859-5",
                    "UNOF", "ISO-8859-7",
                    "UNOG", "ISO-8859-3",
                    "UNOH", "ISO-8859-4",
                    "UNOI", "ISO-8859-6",
                    "UNOJ", "ISO-8859-8",
                    "UNOK", "ISO-8859-9",
                    "UNOW", "UTF-8",
                    "UNOY", "UTF-8");

    private static final char NOT_DECODED = '\uFFFD';
    private static final char DELETE = 0x7F;
    private static final char LAST_LATE_CONTROL = 0x9F;

    /** What was agreed, or else what the envelope says. */
    public static CharacterSet of(InterchangeHeader header, Optional<Charset> agreed) {
        return agreed.map(CharacterSet::new).orElseGet(() -> promised(header.syntaxIdentifier()));
    }

    private static CharacterSet promised(String syntaxIdentifier) {
        var name = BY_SYNTAX.get(syntaxIdentifier);
        return name == null ? LATIN : new CharacterSet(Charset.forName(name));
    }

    /** How UNB calls it; UNOC for what it has no name for. */
    public String syntaxIdentifier() {
        return BY_SYNTAX.entrySet().stream()
                .filter(it -> it.getValue().equals(charset.name()))
                .map(Map.Entry::getKey)
                .max(String::compareTo)
                .orElse("UNOC");
    }

    public boolean isUtf8() {
        return charset.equals(UTF_8);
    }

    /** Whether the bytes from 80 to 9F are control characters: those of ISO 8859. */
    public boolean hasLateControls() {
        return charset.name().startsWith("ISO-8859-");
    }

    /**
     * Whether this byte is a control character; in UTF-8 and the like those from 80 to 9F are parts
     * of letters.
     */
    public boolean isControl(char c) {
        char last = hasLateControls() ? LAST_LATE_CONTROL : DELETE;
        return c < ' ' || (c >= DELETE && c <= last);
    }

    public boolean isLatin() {
        return charset.equals(ISO_8859_1);
    }

    /**
     * The text of these bytes. One that is no character here is read as ISO 8859-1, so that it
     * costs no more than itself.
     */
    public String text(byte[] bytes, int from, int length) {
        var text = new String(bytes, from, length, charset);
        return text.indexOf(NOT_DECODED) < 0 ? text : patched(bytes, from, length);
    }

    /**
     * @param bytes one character for each, as they are kept where their offsets count
     */
    public String text(String bytes) {
        return isLatin() ? bytes : text(bytes.getBytes(ISO_8859_1), 0, bytes.length());
    }

    /** The opposite of {@link #text(String)}: what it is in bytes, one character for each. */
    public String bytes(String text) {
        return isLatin() ? text : new String(text.getBytes(charset), ISO_8859_1);
    }

    /**
     * No more than so many characters, none of them cut apart, and each as it was read.
     *
     * @param bytes one character for each
     */
    public String cut(String bytes, int length) {
        var text = text(bytes);
        boolean all = text.codePointCount(0, text.length()) <= length;
        return bytes(all ? text : text.substring(0, text.offsetByCodePoints(0, length)));
    }

    private String patched(byte[] bytes, int from, int length) {
        var decoder = charset.newDecoder();
        var in = ByteBuffer.wrap(bytes, from, length);
        var out = CharBuffer.allocate(length);
        var result = decoder.decode(in, out, true);
        while (result.isError()) {
            for (int i = 0; i < result.length(); i++) {
                out.put((char) (in.get() & 0xFF));
            }
            result = decoder.decode(in, out, true);
        }
        return out.flip().toString();
    }

    /** Whether all of these bytes are characters here. */
    public boolean holds(byte[] bytes, int from, int length) {
        if (isLatin() || isAscii(bytes, from, from + length)) {
            return true;
        }
        var decoder = charset.newDecoder();
        var in = ByteBuffer.wrap(bytes, from, length);
        return !decoder.decode(in, CharBuffer.allocate(length), true).isError();
    }

    public static boolean isAscii(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }
}
