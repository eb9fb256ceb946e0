package io.retrogate.receive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Whether a file that begins as an interchange also ends as one: with IEA (X12) or UNZ (EDIFACT)
 * and its terminator. Only ends are read, so size costs nothing.
 */
final class ClosingTrailer {

    private static final int TAIL = 1024;
    private static final int HEAD = 256;
    private static final int ISA_TERMINATOR = 105;

    private ClosingTrailer() {}

    /** Whether it is an interchange with its end; what begins otherwise has none to be seen. */
    static boolean ends(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            int length = (int) Math.min(channel.size(), HEAD);
            String head = read(channel, 0, length).stripLeading();
            boolean interchange =
                    head.startsWith("ISA") || head.startsWith("UNA") || head.startsWith("UNB");
            return interchange && closes(file);
        }
    }

    /** Also true for what does not begin as an interchange: that has no trailer to wait for. */
    static boolean closes(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            long size = channel.size();
            String head = read(channel, 0, (int) Math.min(size, HEAD)).stripLeading();
            int tail = (int) Math.min(size, TAIL);
            return closes(head, read(channel, size - tail, tail));
        }
    }

    static boolean closes(String head, String tail) {
        if (head.isEmpty() || isBeginning(head)) {
            return false;
        }
        if (head.startsWith("ISA")) {
            return head.length() > ISA_TERMINATOR
                    && endsWith(tail, "IEA" + head.charAt(3), head.charAt(ISA_TERMINATOR));
        }
        if (head.startsWith("UNA")) {
            return head.length() > 8 && endsWith(tail, "UNZ" + head.charAt(4), head.charAt(8));
        }
        return !head.startsWith("UNB") || endsWith(tail, "UNZ+", '\'');
    }

    private static boolean isBeginning(String head) {
        return head.length() < 3
                && ("ISA".startsWith(head) || "UNA".startsWith(head) || "UNB".startsWith(head));
    }

    private static boolean endsWith(String tail, String trailer, char terminator) {
        int start = tail.lastIndexOf(trailer);
        if (start < 0 || !follows(tail.substring(0, start), terminator)) {
            return false;
        }
        int end = tail.indexOf(terminator, start);
        // Some systems pad with NUL or end with Ctrl-Z.
        return end >= 0
                && tail.substring(end + 1)
                        .chars()
                        .allMatch(c -> Character.isWhitespace(c) || c == 0 || c == 0x1A);
    }

    private static boolean follows(String before, char terminator) {
        String text = before.stripTrailing();
        return Character.isWhitespace(terminator)
                ? text.length() < before.length()
                : !text.isEmpty() && text.charAt(text.length() - 1) == terminator;
    }

    private static String read(FileChannel channel, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {}
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.ISO_8859_1);
    }
}
