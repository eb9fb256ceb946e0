package io.retrogate.acknowledge;

import io.retrogate.edi.MessageType;
import io.retrogate.edi.schema.Schemas;
import io.xlate.edi.schema.Schema;
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an independent reader makes of an answer: its segments, and everything it objects to. */
record Parsed(List<List<String>> segments, List<String> objections) {

    private static final Schemas SCHEMAS = Schemas.builtIn();

    static Parsed of(String interchange) {
        var bytes = interchange.getBytes(StandardCharsets.ISO_8859_1);
        try (var reader =
                EDIInputFactory.newFactory()
                        .createEDIStreamReader(new ByteArrayInputStream(bytes), "ISO-8859-1")) {
            return read(reader);
        } catch (EDIStreamException e) {
            return new Parsed(List.of(), List.of(e + " in " + interchange));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<List<String>> tagged(String tag) {
        return segments.stream().filter(s -> s.get(0).equals(tag)).toList();
    }

    private static Parsed read(EDIStreamReader reader) throws EDIStreamException {
        var segments = new ArrayList<List<String>>();
        var objections = new ArrayList<String>();
        while (reader.hasNext()) {
            switch (reader.next()) {
                case START_TRANSACTION -> schema(reader).ifPresent(reader::setTransactionSchema);
                case START_SEGMENT -> segments.add(new ArrayList<>(List.of(reader.getText())));
                case ELEMENT_DATA -> segments.get(segments.size() - 1).add(reader.getText());
                case SEGMENT_ERROR, ELEMENT_DATA_ERROR, ELEMENT_OCCURRENCE_ERROR ->
                        objections.add(reader.getErrorType() + " at " + reader.getLocation());
                default -> {}
            }
        }
        return new Parsed(segments, objections);
    }

    private static Optional<Schema> schema(EDIStreamReader reader) {
        var version = reader.getTransactionVersion();
        try {
            return SCHEMAS.find(
                    reader.getStandard().equals("X12")
                            ? version[1].startsWith("005010")
                                    ? MessageType.x12("999", "005010")
                                    : MessageType.x12("997", "004010")
                            : MessageType.edifact("CONTRL", version[0] + version[1], ""));
        } catch (UnsupportedOperationException notYetThere) {
            return Optional.empty();
        }
    }
}
