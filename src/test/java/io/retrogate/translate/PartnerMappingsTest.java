package io.retrogate.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.retrogate.SamplePartner;
import io.retrogate.edi.Content;
import io.retrogate.edi.MessageType;
import io.retrogate.edi.schema.Schemas;
import io.retrogate.partner.FolderProblem;
import io.retrogate.partner.MappingFile;
import io.retrogate.partner.TradingPartner;
import io.retrogate.returns.Origin;
import io.retrogate.translate.smooks.SmooksEngines;
import io.retrogate.validate.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A partner's own mappings, laid over ours. */
class PartnerMappingsTest {

    private static final Schemas SCHEMAS = Schemas.builtIn();
    private static final MessageType SHIP_NOTICE = MessageType.x12("856", "004010");

    private static final String BEYOND_THE_STANDARD =
            "extends: x12-856\nmessage: X12 856 004010\n"
                    + "in: [{ from: HL/RDR.02, to: reason, code: reason }]";

    private final TradingPartner homeware = SamplePartner.named("homeware");
    private final PartnerMappings mappings = new PartnerMappings(Mappings.builtIn(SCHEMAS::find));

    @TempDir Path folder;

    @Test
    void areUsedForThatPartnerOnly() throws IOException {
        var theirs = message(Optional.of(homeware));
        var others = message(Optional.empty());

        assertThat(theirs.at("/rma/number").asText()).isEqualTo("RMA-70017");
        assertThat(theirs.at("/lines/0/warranty/claim").asText()).isEqualTo("CLM-9004");
        assertThat(theirs.at("/lines/1/rma").asText()).isEqualTo("RMA-70018");
        assertThat(others.at("/rma").isMissingNode()).isTrue();
        assertThat(others.at("/lines/1/rma").isMissingNode()).isTrue();
        assertThat(others.at("/documentNumber")).isEqualTo(theirs.at("/documentNumber"));
    }

    @Test
    void haveAPlanLikeOurs() {
        assertThat(mappings.find(SHIP_NOTICE, Optional.of(homeware)).orElseThrow().plan())
                .isPresent();
    }

    @Test
    void leaveOtherMessagesToOurs() {
        var request = MessageType.x12("180", "004010");

        assertThat(mappings.find(request, Optional.of(homeware)))
                .isEqualTo(mappings.find(request, Optional.empty()))
                .isPresent();
    }

    @Test
    void areCompiledAgainOnlyWhenTheFileChanges() {
        var first = mappings.find(SHIP_NOTICE, Optional.of(homeware));
        var again = mappings.find(SHIP_NOTICE, Optional.of(SamplePartner.named("homeware")));
        var changed = mappings.find(SHIP_NOTICE, Optional.of(changed(homeware)));

        assertThat(again.orElseThrow()).isSameAs(first.orElseThrow());
        assertThat(changed.orElseThrow()).isNotSameAs(first.orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    extends: x12-857; 2; TRN-001; Extends 'x12-857', which is none of ours
                    extends: ../codes/x12; 2; TRN-001; which is none of ours
                    in: [{ from: BSN.09, to: documentNumber }]; 3; TRN-002; BSN has only
                    in: [{ from: "HL/REFF.02", to: rma.number }]; 3; TRN-002; nearest
                    in: [{ from: BSN.02, to: documentNumer }]; 3; TRN-003; nearest
                    in: [{ drop: nothing }]; 3; TRN-004; there is no rule 'nothing' to drop
                    codes: { referense: { ZZ: claim } }; 3; TRN-005; nearest
                    codes: { reference: { ZZ: rma } }; 3; TRN-005; nearest
                    inn: []; 3; TRN-004; inn
                    """)
    void areRefusedWithFileAndLine(String text, int line, String problem, String explanation)
            throws IOException {
        boolean base = text.startsWith("extends");
        var file = write("856.yaml", base ? text : "extends: x12-856\n" + text);

        var found = check();

        assertThat(found).hasSize(1);
        assertThat(found.get(0).file()).isEqualTo(file);
        assertThat(found.get(0).line()).isEqualTo(line);
        assertThat(found.get(0).code().id()).isEqualTo(problem);
        assertThat(found.get(0).explanation()).containsIgnoringCase(explanation);
        assertThat(found.get(0).isWarning()).isFalse();
    }

    @Test
    void areRefusedWhereTwoAreForTheSameMessage() throws IOException {
        write("856.yaml", "extends: x12-856");
        var file = write("more.yaml", "extends: x12-856\nmessage: X12 856 005010");

        var found = check();

        assertThat(found).hasSize(1);
        assertThat(found.get(0).file()).isEqualTo(file);
        assertThat(found.get(0).explanation())
                .isEqualTo("856 005010 is mapped by 856.yaml already.");
    }

    @Test
    void readWhatOnlyTheGuideAllows() throws IOException {
        var toolhouse = SamplePartner.named("toolhouse");
        var message = message("partner-guide-and-mapping", Optional.of(toolhouse));

        assertThat(message.at("/lines/0/reason/meaning").asText()).isEqualTo("defective");
        assertThat(message.at("/lines/1/usedFlag").isBoolean()).isTrue();
        assertThat(message.at("/remarks/0/text").asText()).contains("smell of smoke");
    }

    @Test
    void readItInBothLanesAlike() throws IOException {
        var toolhouse = SamplePartner.named("toolhouse");
        var rules = toolhouse.mappings().get(0).text().replaceFirst("(?s)\nexpr:.*", "");
        var partner = Optional.of(with(toolhouse, rules));
        var lane = new PlanLane(Long.MAX_VALUE);

        var smooks = new SmooksLane(Schemas.builtIn(), new SmooksEngines());
        var planned = new TableTranslator(mappings::find, lane, smooks, 1);
        var byRules = new TableTranslator(mappings::find, PlanLane.closed(), smooks, 1);

        assertThat(message("partner-guide-and-mapping", partner, planned))
                .isEqualTo(message("partner-guide-and-mapping", partner, byRules));
        assertThat(lane.planned()).isEqualTo(1);
    }

    @Test
    void areRefusedWhereNoGuideAllowsWhatTheyRead() throws IOException {
        write("856.yaml", BEYOND_THE_STANDARD);
        assertThat(check()).hasSize(1);
        assertThat(check().get(0).explanation()).contains("no 'RDR' in L_HL");

        writeGuide("[{ allow: RDR, after: HL/SN1 }]");

        assertThat(check()).isEmpty();
    }

    @Test
    void areNotJudgedBesideAGuideThatIsWrongItself() throws IOException {
        write("856.yaml", BEYOND_THE_STANDARD);
        writeGuide("[{ allow: RDR, after: HL/SN9 }]");

        assertThat(check()).isEmpty();
        assertThat(Validator.guides(SCHEMAS).check(folder)).hasSize(1);
    }

    @Test
    void areCompiledAgainWhenTheGuideChanges() throws IOException {
        var toolhouse = SamplePartner.named("toolhouse");
        var guide = toolhouse.guides().get(0);
        var narrower = toolhouse.with(guide, guide.without(guide.rules().get(0)));

        assertThat(mappings.find(SHIP_NOTICE, Optional.of(toolhouse))).isPresent();

        assertThatThrownBy(() -> mappings.find(SHIP_NOTICE, Optional.of(narrower)))
                .hasMessageContaining("no 'RDR' in L_HL");
    }

    private Path write(String name, String text) throws IOException {
        var file = folder.resolve("mapping").resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "mapping: a-test\n" + text + "\n");
    }

    private void writeGuide(String rules) throws IOException {
        var file = folder.resolve("guide/856.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "guide: X12 856 004010\nrules: " + rules + "\n");
    }

    private List<FolderProblem> check() {
        return Translator.mappings(SCHEMAS).check(folder);
    }

    private static TradingPartner changed(TradingPartner partner) {
        return with(partner, partner.mappings().get(0).text() + "\n# changed");
    }

    private static TradingPartner with(TradingPartner partner, String text) {
        var file = partner.mappings().get(0).file();
        return new TradingPartner(
                partner.name(),
                partner.folder(),
                partner.identifiers(),
                partner.ownIdentifiers(),
                partner.as2(),
                partner.documents(),
                partner.acknowledgeBy(),
                partner.policies(),
                partner.guides(),
                List.of(new MappingFile(file, text)),
                partner.charset());
    }

    private static JsonNode message(Optional<TradingPartner> partner) throws IOException {
        return message("partner-mapping", partner);
    }

    private static JsonNode message(String sample, Optional<TradingPartner> partner)
            throws IOException {
        return message(sample, partner, Translator.builtIn(SCHEMAS));
    }

    private static JsonNode message(
            String sample, Optional<TradingPartner> partner, Translator translator)
            throws IOException {
        var bytes = Files.readAllBytes(Path.of("edi-samples/x12/856", sample, "received.edi"));
        var content = Content.of(bytes);
        var report = Validator.overSchemas(SCHEMAS).validate(content, partner).get(0);
        var origin = new Origin("test", "", Instant.EPOCH);
        return translator
                .translate(content, report, origin, partner)
                .documents()
                .get(0)
                .message()
                .tree();
    }
}
