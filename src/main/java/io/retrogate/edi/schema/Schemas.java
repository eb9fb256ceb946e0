package io.retrogate.edi.schema;

import io.retrogate.edi.MessageType;
import io.xlate.edi.schema.Schema;
import java.util.Optional;

/** The StAEDI schema of every document we know; each is loaded once and shared by all threads. */
public final class Schemas {

    private Schemas() {}

    /** Those in this jar, under {@code /schema}. */
    public static Schemas builtIn() {
        return new Schemas();
    }

    /** The schema of this message in this version; the association does not matter. */
    public Optional<Schema> find(MessageType type) {
        throw new UnsupportedOperationException("not yet loaded: " + type);
    }
}
