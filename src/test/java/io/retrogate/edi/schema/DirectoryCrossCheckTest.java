package io.retrogate.edi.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retrogate.edi.MessageType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Our EDIFACT schemas say what the directories of Smooks' EDIFACT cartridge say, which were made
 * from the standard's texts by others. {@code ./mvnw -Pdirectories test} brings them; without them
 * the test is skipped.
 */
class DirectoryCrossCheckTest {

    private static final List<String> DIRECTORIES = List.of("D96A", "D97B", "D01B", "D10B");
    private static final List<String> MESSAGES =
            List.of("RETANN", "RETINS", "DESADV", "RECADV", "INVRPT", "IFTSTA", "APERAK");

    private final Schemas schemas = Schemas.builtIn();

    @Test
    void agreesWithTheDirectoriesOfSmooks() {
        var found = new LinkedHashMap<String, DfdlDirectory>();
        DIRECTORIES.forEach(
                it -> DfdlDirectory.find(it.toLowerCase()).ifPresent(d -> found.put(it, d)));
        assumeTrue(!found.isEmpty(), "no directory of Smooks on the class path");
        assertThat(found).containsOnlyKeys(DIRECTORIES);

        var facts = new Facts(KnownDirectoryDifferences.byPlace());
        compare(found, facts);

        System.out.println("directory cross-check: " + facts.compared() + " facts compared");
        facts.verify();
        assertThat(facts.compared()).isGreaterThan(20_000);
    }

    private void compare(Map<String, DfdlDirectory> directories, Facts facts) {
        var structures = JsonNodeFactory.instance.objectNode();
        var dictionaries = JsonNodeFactory.instance.objectNode();
        directories.forEach(
                (name, directory) -> {
                    structures.set(name, messages(directory));
                    dictionaries.set(name, directory.segments());
                });
        var reference = new EdifactReference(structures, dictionaries, facts);
        for (var directory : DIRECTORIES) {
            for (var message : MESSAGES) {
                // Returns entered with D.97B; EANCOM 1997 uses them over the segments of D.96A.
                boolean eancom = directory.equals("D96A") && message.startsWith("RET");
                var structure = eancom ? "D97B" : directory;
                assertThat(structures.path(structure).has(message))
                        .as(message + " " + structure)
                        .isTrue();
                var type = MessageType.edifact(message, directory, "");
                var ours = new SchemaTree(schemas.find(type).orElseThrow());
                reference.compare(message, structure, directory, ours);
            }
        }
    }

    private static ObjectNode messages(DfdlDirectory directory) {
        var all = JsonNodeFactory.instance.objectNode();
        MESSAGES.stream().filter(directory::has).forEach(it -> all.set(it, directory.message(it)));
        return all;
    }
}
