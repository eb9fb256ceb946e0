package io.retrogate.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.xlate.edi.schema.Schema;
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a good programmer would write for one document without us: StAEDI with the same schema, a
 * switch over segments, and Jackson's generator. It says much less than our canonical message: no
 * sources, no code meanings, no check of values.
 */
final class HandMapping {

    private final EDIInputFactory factory = EDIInputFactory.newFactory();
    private final JsonFactory json = new JsonFactory();
    private final Schema schema;
    private int errors;

    HandMapping(Schema schema) {
        this.schema = schema;
    }

    /** How many errors StAEDI reported; reading alone, without a message. */
    int validate(byte[] document) throws EDIStreamException, IOException {
        errors = 0;
        try (var reader = open(document)) {
            while (reader.hasNext()) {
                next(reader);
            }
        }
        return errors;
    }

    byte[] map(byte[] document) throws EDIStreamException, IOException {
        errors = 0;
        var out = new ByteArrayOutputStream(1 << 14);
        var elements = new ArrayList<String>();
        try (var reader = open(document);
                var writer = json.createGenerator(out)) {
            writer.writeStartObject();
            writer.writeArrayFieldStart("segments");
            while (reader.hasNext()) {
                switch (next(reader)) {
                    case START_SEGMENT -> {
                        elements.clear();
                        elements.add(reader.getText());
                    }
                    case ELEMENT_DATA -> elements.add(reader.getText());
                    case END_SEGMENT -> segment(elements, writer);
                    default -> {}
                }
            }
            writer.writeEndArray();
            writer.writeEndObject();
        }
        if (errors > 0) {
            throw new IllegalStateException(errors + " errors in the benchmark's document");
        }
        return out.toByteArray();
    }

    private EDIStreamReader open(byte[] document) throws EDIStreamException {
        return factory.createEDIStreamReader(new ByteArrayInputStream(document), "ISO-8859-1");
    }

    private io.xlate.edi.stream.EDIStreamEvent next(EDIStreamReader reader)
            throws EDIStreamException {
        var event = reader.next();
        switch (event) {
            case START_TRANSACTION -> reader.setTransactionSchema(schema);
            case SEGMENT_ERROR, ELEMENT_DATA_ERROR, ELEMENT_OCCURRENCE_ERROR -> errors++;
            default -> {}
        }
        return event;
    }

    private static void segment(List<String> elements, JsonGenerator writer) throws IOException {
        switch (elements.get(0)) {
            case "BSN" -> object(elements, writer, "purpose", "documentNumber", "date", "time");
            case "HL" -> object(elements, writer, "id", "parent", "level");
            case "LIN" -> object(elements, writer, "lineId", "qualifier", "item");
            case "SN1" -> object(elements, writer, "lineId", "shipped", "uom");
            case "REF" -> object(elements, writer, "type", "value");
            case "MAN" -> object(elements, writer, "type", "sscc");
            case "DTM" -> object(elements, writer, "type", "date");
            case "N1" -> object(elements, writer, "role", "name", "idQualifier", "id");
            case "BGM" -> object(elements, writer, "type", "documentNumber");
            case "QTY", "RFF" -> object(elements, writer, "type", "value", "uom");
            case "NAD" -> object(elements, writer, "role", "id", "agency");
            case "CPS" -> object(elements, writer, "id", "parent", "level");
            case "GIN" -> object(elements, writer, "type", "sscc");
            default -> {}
        }
    }

    private static void object(List<String> elements, JsonGenerator writer, String... names)
            throws IOException {
        writer.writeStartObject();
        for (int i = 0; i < names.length && i + 1 < elements.size(); i++) {
            writer.writeStringField(names[i], elements.get(i + 1));
        }
        writer.writeEndObject();
    }
}
