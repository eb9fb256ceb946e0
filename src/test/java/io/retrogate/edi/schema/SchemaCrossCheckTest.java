package io.retrogate.edi.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.retrogate.edi.MessageType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Our schemas say of structures, segments and elements what independent extractions of the
 * standards say. They lie beside the checkout ({@code -Dretrogate.reference=DIR}); the test is
 * skipped only where they are absent.
 */
class SchemaCrossCheckTest {

    private static final List<String> SETS =
            List.of(
                    "180", "856", "861", "812", "940", "943", "944", "945", "947", "214", "824",
                    "997");

    private static final List<String> MESSAGES =
            List.of("RETANN", "RETINS", "DESADV", "RECADV", "INVRPT", "IFTSTA", "APERAK");

    private final Schemas schemas = Schemas.builtIn();
    private final JsonMapper json = new JsonMapper();

    @Test
    void agreesWithIndependentTables() throws IOException {
        var folder = referenceFolder();
        assumeTrue(Files.isDirectory(folder), "no reference tables at " + folder);

        var facts = new Facts(KnownDifferences.byPlace());
        compareX12(folder, facts);
        compareEdifact(folder, facts);

        System.out.println("cross-check: " + facts.compared() + " facts compared");
        facts.verify();
        assertThat(facts.compared()).isGreaterThan(40_000);
    }

    private void compareX12(Path folder, Facts facts) throws IOException {
        var reference =
                new X12Reference(
                        read(folder, "x12_sets_4010_5010.json"),
                        read(folder, "x12_segments_4010_5010_6010.json"),
                        facts);
        for (var release : List.of("004010", "005010")) {
            for (var set : SETS) {
                reference.compare(set, release, tree(MessageType.x12(set, release)));
            }
        }
        reference.compare("999", "005010", tree(MessageType.x12("999", "005010")));
    }

    private void compareEdifact(Path folder, Facts facts) throws IOException {
        var reference =
                new EdifactReference(
                        read(folder, "edifact_messages.json"),
                        read(folder, "edifact_segments_D96A_D01B_D10B_D13B.json"),
                        facts);
        for (var directory : List.of("D96A", "D97B", "D01B", "D10B")) {
            for (var message : MESSAGES) {
                // Returns entered with D.97B; EANCOM 1997 uses them over the segments of D.96A.
                boolean eancom = directory.equals("D96A") && message.startsWith("RET");
                var structure = eancom ? "D97B" : directory;
                reference.compare(message, structure, directory, edifact(message, directory));
            }
        }
        reference.compare("CONTRL", "Service_V3", "", edifact("CONTRL", "D3"));
        reference.compare("CONTRL", "Service_V4", "", edifact("CONTRL", "41"));
    }

    private SchemaTree edifact(String message, String directory) {
        return tree(MessageType.edifact(message, directory, ""));
    }

    private SchemaTree tree(MessageType type) {
        return new SchemaTree(schemas.find(type).orElseThrow());
    }

    private JsonNode read(Path folder, String file) throws IOException {
        return json.readTree(folder.resolve(file).toFile());
    }

    private static Path referenceFolder() {
        var configured = System.getProperty("retrogate.reference", "");
        if (!configured.isEmpty()) {
            return Path.of(configured);
        }
        var beside = Path.of("shared", "reference", "data");
        for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve(beside))) {
                return at.resolve(beside);
            }
        }
        return Path.of("..").resolve(beside);
    }
}
