package io.retrogate.edi.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.edi.MessageType;
import io.retrogate.edi.Standard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
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

    @Test
    void loadsEveryMessageInEveryVersionItNames() throws IOException {
        var loaded = new ArrayList<MessageType>();
        try (var files = Files.walk(Path.of("src/main/resources/schema"))) {
            for (var tree : files.filter(file -> file.toString().endsWith(".tree")).toList()) {
                loaded.addAll(types(tree));
            }
        }

        assertThat(loaded).hasSize(2 * 12 + 1 + 4 * 7 + 2);
        assertThat(loaded).allSatisfy(type -> assertThat(schemas.find(type)).isPresent());
    }

    private static List<MessageType> types(Path tree) throws IOException {
        var standard = Standard.valueOf(name(tree.getParent()));
        var code = name(tree).replace(".TREE", "");
        return Files.readAllLines(tree).stream()
                .filter(line -> line.startsWith("versions "))
                .flatMap(line -> Stream.of(line.split(" ")).skip(1))
                .map(version -> new MessageType(standard, code, header(version), ""))
                .toList();
    }

    private static String name(Path path) {
        return path.getFileName().toString().toUpperCase(Locale.ROOT);
    }

    /** CONTRL says in its header what we call the version of the syntax. */
    private static String header(String version) {
        return version.replace("syntax3", "D3").replace("syntax4", "41");
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
    void knowsNothingElse(Standard standard, String code, String version) {
        assertThat(schemas.find(new MessageType(standard, code, version, ""))).isEmpty();
    }
}
