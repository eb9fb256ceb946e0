package io.retrogate.as2;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** What a sender would call a file (RFC 2183 §2.3), and what of it is safe to keep. */
final class FileName {

    /** The longest name that common file systems have. */
    private static final int LONGEST = 255;

    private FileName() {}

    /** The one that can have any character (RFC 5987) goes before the plain one. */
    static Optional<String> suggested(ParameterizedValue disposition) {
        return disposition
                .parameter("filename*")
                .flatMap(FileName::decoded)
                .or(() -> disposition.parameter("filename"));
    }

    /**
     * Without any path, of whatever system, and without characters that are none; old clients send
     * their whole path, which is no reason to refuse a document.
     */
    static String safe(String suggested) {
        int slash = Math.max(suggested.lastIndexOf('/'), suggested.lastIndexOf('\\'));
        String bare = suggested.substring(slash + 1).replaceAll("[\\p{Cntrl}\\p{Cf}]", "").strip();
        if (bare.chars().allMatch(c -> c == '.')) {
            return "";
        }
        return bare.length() <= LONGEST ? bare : bare.substring(bare.length() - LONGEST);
    }

    private static Optional<String> decoded(String text) {
        int charset = text.indexOf('\'');
        int language = text.indexOf('\'', charset + 1);
        if (charset < 1 || language < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    Charset.forName(text.substring(0, charset))
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes(text.substring(language + 1))))
                            .toString());
        } catch (CharacterCodingException
                | IllegalCharsetNameException
                | UnsupportedCharsetException
                | NumberFormatException
                | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(String escaped) {
        ByteBuffer bytes = ByteBuffer.allocate(escaped.length());
        for (int i = 0; i < escaped.length(); i++) {
            if (escaped.charAt(i) == '%') {
                bytes.put((byte) HexFormat.fromHexDigits(escaped, i + 1, i + 3));
                i += 2;
            } else {
                bytes.put((byte) escaped.charAt(i));
            }
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }
}
