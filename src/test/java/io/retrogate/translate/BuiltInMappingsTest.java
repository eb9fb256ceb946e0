package io.retrogate.translate;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.edi.MessageType;
import io.retrogate.edi.schema.Schemas;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BuiltInMappingsTest {

    private static final Mappings MAPPINGS = Mappings.builtIn(Schemas.builtIn()::find);

    static Stream<MessageType> supported() {
        return Stream.of(
                MessageType.x12("180", "004010"),
                MessageType.x12("856", "004010VICS"),
                MessageType.edifact("RETANN", "D01B", "EAN003"),
                MessageType.edifact("RETANN", "D96A", "EAN001"),
                MessageType.edifact("DESADV", "D01B", ""));
    }

    @ParameterizedTest
    @MethodSource("supported")
    void haveOneForEachMessage(MessageType type) {
        assertThat(MAPPINGS.find(type)).isPresent();
    }

    @ParameterizedTest
    @MethodSource("supported")
    void haveNoneForAVersionNobodyAgreed(MessageType type) {
        var other = new MessageType(type.standard(), type.code(), "X99", type.association());

        assertThat(MAPPINGS.find(other)).isEmpty();
    }
}
