package io.retrogate.as2;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the parts of a multipart body (RFC 2046 §5.1.1) without changing or holding a byte of them.
 * The line end before a delimiter belongs to the delimiter.
 */
final class Multipart {

    private static final int MAX_PARTS = 100;

    private final byte[] delimiter;
    private final List<Long> starts = new ArrayList<>();
    private final List<Long> ends = new ArrayList<>();
    private final byte[] line;
    private long lineStart;
    private int lineLength;
    private int endingBefore;
    private boolean closed;

    private Multipart(String boundary) {
        this.delimiter = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        this.line = new byte[delimiter.length + 2];
    }

    /** Refuses a body that has no closing delimiter: it was cut. */
    static List<Slice> split(MimeEntity entity) throws MessageRefused {
        String boundary =
                entity.headers()
                        .contentType()
                        .parameter("boundary")
                        .orElseThrow(() -> new MessageRefused(Refusal.UNEXPECTED, "no boundary"));
        Multipart scan = new Multipart(boundary);
        try (InputStream in = entity.body().open()) {
            scan.read(in);
        } catch (IOException e) {
            throw new MessageRefused(Refusal.UNEXPECTED, e);
        }
        return scan.parts(entity.body());
    }

    private List<Slice> parts(Slice body) throws MessageRefused {
        if (!closed || starts.isEmpty()) {
            throw new MessageRefused(Refusal.UNEXPECTED, "the multipart body is not complete");
        }
        List<Slice> parts = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            parts.add(body.cut(starts.get(i), Math.max(starts.get(i), ends.get(i))));
        }
        return parts;
    }

    private void read(InputStream in) throws IOException, MessageRefused {
        byte[] buffer = new byte[1 << 16];
        long offset = 0;
        boolean afterCr = false;
        for (int n = in.read(buffer); n >= 0 && !closed; n = in.read(buffer)) {
            for (int i = 0; i < n && !closed; i++, offset++) {
                byte b = buffer[i];
                if (b == '\n') {
                    endOfLine(offset + 1, afterCr ? 2 : 1);
                } else {
                    if (lineLength < line.length) {
                        line[lineLength] = b;
                    }
                    lineLength = Math.min(lineLength + 1, line.length + 1);
                }
                afterCr = b == '\r';
            }
        }
        if (!closed) {
            endOfLine(offset, 0);
        }
    }

    private void endOfLine(long next, int ending) throws MessageRefused {
        if (startsWithDelimiter()) {
            if (!starts.isEmpty()) {
                ends.add(lineStart - endingBefore);
            }
            closed = lineLength >= line.length && dash(delimiter.length) && dash(line.length - 1);
            if (!closed) {
                starts.add(next);
            }
            if (starts.size() > MAX_PARTS) {
                throw new MessageRefused(Refusal.UNEXPECTED, "more than " + MAX_PARTS + " parts");
            }
        }
        lineStart = next;
        lineLength = 0;
        endingBefore = ending;
    }

    /** Another boundary may begin with ours, so only blanks or two dashes may follow it. */
    private boolean startsWithDelimiter() {
        if (lineLength < delimiter.length) {
            return false;
        }
        for (int i = 0; i < delimiter.length; i++) {
            if (line[i] != delimiter[i]) {
                return false;
            }
        }
        if (lineLength == delimiter.length) {
            return true;
        }
        byte after = line[delimiter.length];
        boolean dashes = lineLength >= line.length && after == '-' && dash(line.length - 1);
        return dashes || after == ' ' || after == '\t' || after == '\r';
    }

    private boolean dash(int index) {
        return line[index] == '-';
    }
}
