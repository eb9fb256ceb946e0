package io.retrogate.edi.schema;

import io.retrogate.edi.MessageType;
import io.retrogate.edi.Standard;
import io.xlate.edi.schema.EDISchemaException;
import io.xlate.edi.schema.Schema;
import io.xlate.edi.schema.SchemaFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The StAEDI schema of every document we know; each is loaded once and shared by all threads. */
public final class Schemas {

    private static final int X12_RELEASE = 6;

    private final Map<String, Schema> loaded = new ConcurrentHashMap<>();

    private Schemas() {}

    /** Those in this jar, under {@code /schema}. */
    public static Schemas builtIn() {
        return new Schemas();
    }

    /**
     * The schema of this message in this version; neither the association nor what follows the
     * release in GS08 ({@code 004010VICS}) matters.
     */
    public Optional<Schema> find(MessageType type) {
        var resource = resource(type);
        // Anything else in a document's own header must never reach the class path.
        if (!resource.matches("/schema/[a-z0-9]+/[a-z0-9]+/[a-z0-9]+\\.xml")
                || !type.code().equals(type.code().toUpperCase(Locale.ROOT))) {
            return Optional.empty();
        }
        var known = loaded.get(resource);
        if (known != null) {
            return Optional.of(known);
        }
        // What does not exist is not remembered: a sender could name new versions for ever.
        var found = load(resource);
        found.ifPresent(schema -> loaded.putIfAbsent(resource, schema));
        return Optional.ofNullable(loaded.get(resource));
    }

    private static String resource(MessageType type) {
        var version = type.version();
        if (type.standard() == Standard.X12) {
            var release = version.substring(0, Math.min(X12_RELEASE, version.length()));
            return "/schema/x12/" + release + "/" + type.code() + ".xml";
        }
        var directory =
                type.code().equals("CONTRL")
                        ? "syntax" + (version.startsWith("4") ? "4" : "3")
                        : version;
        var path = "/schema/edifact/" + directory + "/" + type.code() + ".xml";
        return path.toLowerCase(Locale.ROOT);
    }

    private static Optional<Schema> load(String resource) {
        try (InputStream xml = Schemas.class.getResourceAsStream(resource)) {
            return xml == null
                    ? Optional.empty()
                    : Optional.of(SchemaFactory.newFactory().createSchema(xml));
        } catch (IOException | EDISchemaException e) {
            throw new IllegalStateException("the built-in schema " + resource + " is broken", e);
        }
    }
}
