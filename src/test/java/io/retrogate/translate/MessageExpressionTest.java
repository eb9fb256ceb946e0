package io.retrogate.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.retrogate.edi.Content;
import io.retrogate.edi.DocumentProblem;
import io.retrogate.edi.Finding;
import io.retrogate.edi.GatewayException;
import io.retrogate.edi.MessageType;
import io.retrogate.edi.schema.Schemas;
import io.retrogate.returns.Origin;
import io.retrogate.returns.TranslatedInterchange;
import io.retrogate.translate.message.TargetShape;
import io.retrogate.translate.smooks.SmooksEngines;
import io.retrogate.translate.text.MappingText;
import io.retrogate.translate.text.YamlPart;
import io.retrogate.validate.Validator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the {@code expr} part of a mapping computes of the finished message. */
class MessageExpressionTest {

    private static final Schemas SCHEMAS = Schemas.builtIn();
    private static final MessageType SHIP_NOTICE = MessageType.x12("856", "004010");
    private static final Path SAMPLE =
            Path.of("edi-samples/x12/856/partner-guide-and-mapping/received.edi");

    @Test
    void replacesAMemberAndItsSource() throws IOException {
        var message = message("rma.number: '\"RMA \" + .rma.number'");

        assertThat(message.at("/rma/number").asText()).isEqualTo("RMA RMA-81220");
        assertThat(message.at("/rma/source").isMissingNode()).isTrue();
        assertThat(fieldNames(message)).endsWith("source");
    }

    @Test
    void leavesWhatItSaysNothingOf() throws IOException {
        var message = message("rma.number: 'if (.purpose.code == \"99\") \"other\"'");

        assertThat(message.at("/rma/number").asText()).isEqualTo("RMA-81220");
        assertThat(message.at("/rma/source/number").asText()).isEqualTo("REF[7]-02");
    }

    @Test
    void isAskedOfEachLineAndKnowsTheWholeMessage() throws IOException {
        var message =
                message(
                        "\"lines[].item.description\":"
                                + " '$message.documentNumber + \"/\" + .item.supplierCode'");

        assertThat(message.at("/lines/0/item/description").asText())
                .isEqualTo("TH-20077/DRILL-18V");
        assertThat(message.at("/lines/1/item/description").asText()).isEqualTo("TH-20077/SAW-210");
    }

    @Test
    void makesADecimalOfANumber() throws IOException {
        var message = message("totals.quantity: 'sum([for (.lines) number(.quantities.shipped)])'");

        assertThat(message.at("/totals/quantity").isTextual()).isTrue();
        assertThat(message.at("/totals/quantity").asText()).isEqualTo("4");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "documentDate: '\"tomorrow\"'                      | documentDate",
                "rma.status: '{\"code\":\"x\",\"meaning\":\"lost\",\"mapped\":true}' | meaning",
                "totals.weight: '{\"weight\": 3}'                   | weight",
                "rma.number: 'error(\"no such customer\")'          | no such customer",
                "rma.number: 'def f() f() f()'                       | rma.number: ",
            })
    void refusesTheDocumentWhereTheResultFitsNothing(String expression, String what)
            throws IOException {
        var translated = translated(expression);

        assertThat(translated.documents()).isEmpty();
        assertThat(translated.report().allFindings())
                .isNotEmpty()
                .allSatisfy(
                        finding -> {
                            assertThat(finding.problem()).isEqualTo(DocumentProblem.VALUE_INVALID);
                            assertThat(finding.severity()).isEqualTo(Finding.Severity.ERROR);
                            assertThat(finding.explanation()).contains(what);
                        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rma.number: 'if (.a'                     | TRN-008 wrong.yaml:5 JSLT: ",
                "rma.number: 'nothing(.a)'                | TRN-008 wrong.yaml:5 JSLT: No such function",
                "rma.numbr: .a                            | TRN-003 wrong.yaml:5 the message has no 'rma.numbr'; nearest: number",
                "'lines[].colour': .a                     | TRN-003 wrong.yaml:5 the message has no 'colour'",
                "'rma[].number': .a                       | TRN-003 wrong.yaml:5 'rma[]' is no list",
                "envelope.test: 'false'                   | TRN-003 wrong.yaml:5 'envelope.test' is no member that an expression may compute",
                "documentDate: 'format-time(now(), \"x\")' | TRN-008 wrong.yaml:5 JSLT: now() says something else each time",
                "rma.number: 'import \"a.jslt\" as a .b'  | TRN-008 wrong.yaml:5 JSLT: nothing can be imported",
            })
    void isRefusedAtLoadWithFileAndLine(String expression, String said) {
        assertThatThrownBy(() -> mapping(expression))
                .isInstanceOf(GatewayException.class)
                .hasMessageStartingWith(said);
    }

    @Test
    void isRefusedAtTheLineOfABlockThatIsWrong() {
        assertThatThrownBy(() -> mapping("rma.number: |\n    let a = .b\n    $a +* 1"))
                .hasMessageStartingWith("TRN-008 wrong.yaml:7");
    }

    @Test
    void isTakenOverFromTheMappingThatIsExtended() {
        var base = text("rma.number: .documentNumber\n  totals.lines: '1'", Mappings::extended);
        var overlay = text("totals.lines: '2'", it -> base);

        assertThat(overlay.expressions().keySet()).containsExactly("rma.number", "totals.lines");
        assertThat(overlay.expressions().get("totals.lines").text()).isEqualTo("2");
    }

    @Test
    void leavesItsMappingToTheRules() {
        assertThat(mapping("totals.lines: size(.lines)").plan()).isEmpty();
        assertThat(Mappings.builtIn(SCHEMAS::find).find(SHIP_NOTICE).orElseThrow().plan())
                .isPresent();
    }

    private static JsonNode message(String expression) throws IOException {
        var translated = translated(expression);
        assertThat(translated.report().allFindings()).isEmpty();
        return translated.documents().get(0).message().tree();
    }

    private static List<String> fieldNames(JsonNode message) {
        var names = new ArrayList<String>();
        message.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static TranslatedInterchange translated(String expression) throws IOException {
        // The segments that only a guide allows are not needed here.
        var text = Files.readString(SAMPLE).replaceAll("(RDR|NTE)[^~]*~\n", "");
        var plain = text.replace("SE*21", "SE*18");
        var content = Content.of(plain.getBytes(StandardCharsets.ISO_8859_1));
        var report = Validator.overSchemas(SCHEMAS).validate(content, Optional.empty()).get(0);
        var mapping = mapping(expression);
        var smooks = new SmooksLane(Schemas.builtIn(), new SmooksEngines());
        return new TableTranslator(
                        (type, partner) -> Optional.of(mapping), new PlanLane(10), smooks, 1)
                .translate(
                        content, report, new Origin("test", "", Instant.EPOCH), Optional.empty());
    }

    private static Mapping mapping(String expression) {
        var text = text(expression, Mappings::extended);
        return Mappings.compile(SHIP_NOTICE, text, SCHEMAS::find, TargetShape.ofMessage());
    }

    private static MappingText text(String expression, Function<YamlPart, MappingText> base) {
        var top = "mapping: wrong\nextends: x12-856\nmessage: X12 856 004010\nexpr:\n  ";
        return MappingText.read("wrong.yaml", top + expression + "\n", base);
    }
}
