package io.retrogate.translate.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.edi.CharacterSet;
import io.retrogate.edi.TransactionReport;
import io.retrogate.edi.schema.Schemas;
import io.retrogate.translate.Accepted;
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our reader and StAEDI's put every segment into the same loop. */
class LoopReaderTest {

    private static final Schemas SCHEMAS = Schemas.builtIn();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "180-request",
                "180-authorization",
                "180-announcement",
                "856-shipment",
                "retann-d01b",
                "retann-d96a",
                "desadv-d01b"
            })
    void agreesWithStaedi(String name) throws IOException, EDIStreamException {
        var accepted = Accepted.resource(name);

        // StAEDI counts UNA as a segment: the order is compared, not the numbers.
        assertThat(ours(accepted).values()).containsExactlyElementsOf(staedis(accepted).values());
    }

    private static Map<Integer, String> ours(Accepted accepted) throws IOException {
        var placed = new TreeMap<Integer, String>();
        try (var in = accepted.content().open()) {
            var bytes = in.readAllBytes();
            for (var transaction : accepted.report().transactions().toList()) {
                var header = accepted.report().header().orElseThrow();
                var wire =
                        new Wire(
                                Arrays.copyOfRange(
                                        bytes,
                                        Math.toIntExact(transaction.start()),
                                        Math.toIntExact(transaction.end())),
                                header.delimiters(),
                                CharacterSet.of(header, Optional.empty()));
                var definition =
                        LoopDefinition.of(SCHEMAS.find(transaction.type()).orElseThrow(), "-");
                collect(
                        LoopReader.read(definition, Segment.allOf(wire)).root(),
                        transaction,
                        placed);
            }
        }
        return placed;
    }

    private static void collect(
            Loop loop, TransactionReport transaction, Map<Integer, String> placed) {
        for (var segment : loop.segments()) {
            placed.put(
                    transaction.firstSegment() + segment.ordinal() - 1,
                    segment.tag() + " " + loop.definition().code());
        }
        loop.loops().forEach(inner -> collect(inner, transaction, placed));
    }

    private static Map<Integer, String> staedis(Accepted accepted)
            throws IOException, EDIStreamException {
        var types = accepted.report().transactions().map(TransactionReport::type).iterator();
        var placed = new TreeMap<Integer, String>();
        Deque<String> loops = new ArrayDeque<>();
        var errors = new ArrayList<String>();
        try (EDIStreamReader reader =
                EDIInputFactory.newFactory()
                        .createEDIStreamReader(accepted.content().open(), "ISO-8859-1")) {
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case START_TRANSACTION -> {
                        reader.setTransactionSchema(SCHEMAS.find(types.next()).orElseThrow());
                        loops.push("-");
                    }
                    case START_LOOP -> loops.push(reader.getText());
                    case END_LOOP, END_TRANSACTION -> loops.pop();
                    case START_SEGMENT -> place(reader, loops, placed);
                    case SEGMENT_ERROR, ELEMENT_DATA_ERROR, ELEMENT_OCCURRENCE_ERROR ->
                            errors.add(reader.getErrorType() + " " + reader.getLocation());
                    default -> {}
                }
            }
        }
        // A code that nobody knows is kept verbatim; it changes no structure.
        errors.removeIf(error -> error.startsWith("INVALID_CODE_VALUE"));
        assertThat(errors).isEmpty();
        return placed;
    }

    private static void place(
            EDIStreamReader reader, Deque<String> loops, Map<Integer, String> placed) {
        if (!loops.isEmpty()) {
            placed.put(
                    reader.getLocation().getSegmentPosition(),
                    reader.getText() + " " + loops.peek());
        }
    }
}
