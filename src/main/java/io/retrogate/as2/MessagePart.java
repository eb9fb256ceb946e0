package io.retrogate.as2;

import java.io.IOException;
import java.io.InputStream;

/** One document or attachment of a message, as it was before its transport encoding. */
public final class MessagePart {

    private final MimeEntity entity;

    MessagePart(MimeEntity entity) {
        this.entity = entity;
    }

    /** As the sender suggests it, without any path; empty if it suggests none. */
    public String fileName() {
        return entity.headers().fileName();
    }

    /** Lower case, without parameters. */
    public String contentType() {
        return entity.headers().contentType().value();
    }

    /**
     * Its bytes; a second stream reads them again.
     *
     * @throws IOException here or on reading, if the transfer encoding is broken
     */
    public InputStream open() throws IOException {
        return entity.decoded();
    }
}
