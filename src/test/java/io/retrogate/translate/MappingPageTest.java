package io.retrogate.translate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.retrogate.edi.schema.Schemas;
import io.retrogate.translate.message.TargetShape;
import io.retrogate.translate.smooks.SmooksEngines;
import io.retrogate.translate.text.MappingText;
import io.retrogate.translate.text.RuleText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The example of src/docs/mapping.md works, and overlays change what they say. */
class MappingPageTest {

    private static final Schemas SCHEMAS = Schemas.builtIn();

    @Test
    void showsAnExampleThatWorks() throws IOException {
        var message = translate(example());

        assertThat(message.path("kind").asText()).isEqualTo("return.shipment");
        assertThat(message.at("/purpose/meaning").asText()).isEqualTo("original");
        assertThat(message.at("/rma/number").asText()).isEqualTo("401008911");
        assertThat(message.at("/lines").size()).isEqualTo(3);
        assertThat(message.at("/lines/2/order").asText()).isEqualTo("4500099999");
        assertThat(message.at("/lines/0/serials/0").asText()).isEqualTo("SN-10");
    }

    @Test
    void namesEveryKeyThatARuleMayHave() throws IOException {
        var page = Files.readString(Path.of("src/docs/mapping.md"));

        assertThat(RuleText.keys()).allSatisfy(key -> assertThat(page).contains(key));
    }

    @Test
    void letsAnOverlayAddReplaceAndDrop() {
        var message =
                translate(
                        """
                        mapping: overlay
                        extends: x12-856
                        message: X12 856 004010
                        codes: { purpose: { "00": replace } }
                        kind: [{ is: return.announcement }]
                        in:
                          - { drop: documentDate }
                          - { from: BSN.05, to: documentNumber }
                          - each: "HL[03=I]"
                            to: lines
                            do:
                              - { from: SN1.02, to: quantities.received }
                              - { drop: rma }
                        """);

        assertThat(message.path("kind").asText()).isEqualTo("return.announcement");
        assertThat(message.at("/purpose/meaning").asText()).isEqualTo("replace");
        assertThat(message.path("documentNumber").asText()).isEqualTo("0001");
        assertThat(message.has("documentDate")).isFalse();
        assertThat(message.at("/lines/0/quantities/received").asText()).isEqualTo("3");
        assertThat(message.at("/lines/0/quantities/shipped").asText()).isEqualTo("3");
        assertThat(message.at("/lines/0").has("rma")).isFalse();
    }

    private static String example() throws IOException {
        var page = Files.readString(Path.of("src/docs/mapping.md"));
        int start = page.indexOf("```yaml\n") + "```yaml\n".length();
        return page.substring(start, page.indexOf("```", start));
    }

    private static JsonNode translate(String mapping) {
        try {
            var text = MappingText.read("example.yaml", mapping, Mappings::extended);
            var compiled =
                    Mappings.compile(
                            text.messages().get(0), text, SCHEMAS::find, TargetShape.ofMessage());
            var accepted = Accepted.resource("856-shipment");
            var translator =
                    new TableTranslator(
                            (type, partner) -> Optional.of(compiled),
                            new PlanLane(1),
                            new SmooksLane(SCHEMAS, new SmooksEngines()),
                            1);
            var translated =
                    translator.translate(
                            accepted.content(),
                            accepted.report(),
                            DocumentsTest.ORIGIN,
                            Optional.empty());
            return translated.documents().get(0).message().tree();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
