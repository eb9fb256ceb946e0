package io.retrogate.translate;

import static java.util.Locale.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.edi.MessageType;
import io.retrogate.edi.schema.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BuiltInMappingsTest {

    private static final Path FOLDER = Path.of("src/main/resources/mapping");
    private static final Path SCHEMAS = Path.of("src/main/resources/schema");
    private static final Mappings MAPPINGS = Mappings.builtIn(Schemas.builtIn()::find);

    /** Answers to what we sent; there is nothing in them to hand on. */
    private static final Set<String> WITHOUT = Set.of("824", "997", "999", "APERAK", "CONTRL");

    static Stream<MessageType> named() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files
                    .map(file -> file.getFileName().toString().replace(".yaml", ""))
                    .flatMap(name -> Mappings.builtInText(name).messages().stream())
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("named")
    void areFoundAndFitTheirSchema(MessageType type) {
        assertThat(MAPPINGS.find(type)).isPresent();
    }

    @Test
    void existForEveryMessageThatSaysSomethingOfAReturn() throws IOException {
        assertThat(named().map(MessageType::toString))
                .containsExactlyInAnyOrderElementsOf(withSchema());
    }

    private static List<String> withSchema() throws IOException {
        try (var trees = Files.walk(SCHEMAS)) {
            var found = new ArrayList<String>();
            for (var tree : trees.filter(it -> it.toString().endsWith(".tree")).toList()) {
                var code = tree.getFileName().toString().replace(".tree", "").toUpperCase(ROOT);
                var versions = Files.readAllLines(tree).get(1).split(" ");
                for (int at = 1; at < versions.length && !WITHOUT.contains(code); at++) {
                    found.add(code + " " + versions[at]);
                }
            }
            return found;
        }
    }

    @Test
    void areFoundForAVersionWithTheSuffixOfAGuide() {
        assertThat(MAPPINGS.find(MessageType.x12("856", "004010VICS"))).isPresent();
        assertThat(MAPPINGS.find(MessageType.edifact("RETANN", "D96A", "EN:EAN001"))).isPresent();
    }

    @Test
    void areNotFoundForAVersionNobodyAgreed() {
        assertThat(List.of(MessageType.x12("856", "X99999"), MessageType.x12("850", "004010")))
                .allSatisfy(type -> assertThat(MAPPINGS.find(type)).isEmpty());
    }
}
