package io.retrogate.edi.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.edi.MessageType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemasTest {

    private final Schemas schemas = Schemas.builtIn();

    @Test
    void loadsEachSchemaOnce() {
        var type = MessageType.x12("180", "004010");

        assertThat(schemas.find(type).orElseThrow()).isSameAs(schemas.find(type).orElseThrow());
    }

    @Test
    void looksNeitherAtTheAssociationNorAtTheGuide() {
        var x12 = schemas.find(MessageType.x12("856", "004010"));
        var edifact = schemas.find(MessageType.edifact("RETANN", "D96A", ""));

        assertThat(schemas.find(MessageType.x12("856", "004010VICS"))).isEqualTo(x12).isPresent();
        assertThat(schemas.find(MessageType.edifact("RETANN", "D96A", "EN:EAN001")))
                .isEqualTo(edifact)
                .isPresent();
    }

    @Test
    void knowsBothSyntaxesOfContrl() {
        var three = schemas.find(MessageType.edifact("CONTRL", "D3", ""));
        var four = schemas.find(MessageType.edifact("CONTRL", "41", ""));

        assertThat(three).isPresent();
        assertThat(four).isPresent().isNotEqualTo(three);
    }

    @ParameterizedTest
    @CsvSource({
        "X12, 850, 004010",
        "X12, 180, 003060",
        "X12, 999, 004010",
        "X12, 180, 00",
        "X12, 180, ''",
        "X12, '', ''",
        "X12, ../004010/180, 004010",
        "EDIFACT, RETANN, D20B",
        "EDIFACT, RETANN, ../d01b",
        "EDIFACT, retann, D01B",
        "EDIFACT, RETANN?, D01B",
    })
    void knowsNothingElse(io.retrogate.edi.Standard standard, String code, String version) {
        assertThat(schemas.find(new MessageType(standard, code, version, ""))).isEmpty();
    }
}
