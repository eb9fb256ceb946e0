package io.retrogate.as2;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Headers and body of a MIME entity, on the bytes as they came.
 *
 * @param whole headers, blank line and body; for an HTTP message the body alone
 */
record MimeEntity(MimeHeaders headers, Slice whole, Slice body) {

    private static final int MAX_HEADERS = 64 * 1024;

    /** Splits at the first blank line. */
    static MimeEntity read(Slice whole) throws MessageRefused {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        try (InputStream in = new BufferedInputStream(whole.open())) {
            int lineLength = 0;
            for (int b = in.read(); b >= 0; b = in.read()) {
                block.write(b);
                if (block.size() > MAX_HEADERS) {
                    throw new MessageRefused(Refusal.UNEXPECTED, "MIME headers without an end");
                }
                if (b == '\n') {
                    if (lineLength == 0) {
                        break;
                    }
                    lineLength = 0;
                } else if (b != '\r') {
                    lineLength++;
                }
            }
        } catch (IOException e) {
            throw new MessageRefused(Refusal.UNEXPECTED, e);
        }
        Slice body = whole.cut(block.size(), whole.size());
        return new MimeEntity(MimeHeaders.parse(block.toByteArray()), whole, body);
    }

    /** The body without its Content-Transfer-Encoding. */
    InputStream decoded() {
        return TransferDecoding.of(headers).decode(new BufferedInputStream(body.open(), 1 << 16));
    }

    /** For parts that are small by nature. */
    byte[] decodedBytes(int limit) throws MessageRefused {
        try (InputStream in = decoded()) {
            byte[] bytes = in.readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw new MessageRefused(Refusal.UNEXPECTED, "a part is larger than " + limit);
            }
            return bytes;
        } catch (IOException e) {
            throw new MessageRefused(Refusal.UNEXPECTED, e);
        }
    }
}
