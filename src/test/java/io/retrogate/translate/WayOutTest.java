package io.retrogate.translate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retrogate.edi.MessageType;
import io.retrogate.edi.schema.Schemas;
import io.retrogate.returns.RenderedDocument;
import io.retrogate.returns.ReturnMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a golden message is written as, where reading it again would not tell the difference. */
class WayOutTest {

    private static final Renderer RENDERER = Renderer.builtIn(Schemas.builtIn());
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void shortensAGtinWhereNoCodeStandsBesideIt() throws IOException {
        assertThat(segments("x12/943/in-full"))
                .contains("W04*3*EA*012345678905*VN*DRILL-18V*SN*SN-4700");
    }

    @Test
    void writesAGtinOf14DigitsUnderTheCodeThatHasRoomForIt() throws IOException {
        var message = golden("x12/943/in-full");
        ((ObjectNode) message.at("/lines/2/item")).put("gtin", "10614141000415");

        assertThat(segments(message, MessageType.x12("943", "004010")))
                .contains("W04*4*CA**UK*10614141000415");
    }

    @Test
    void tellsADunsOf13DigitsFromOneOf9() throws IOException {
        assertThat(segments("x12/861/in-full"))
                .contains("N1*BY*Acme Retail*9*0079280050012", "N1*MF*Toolmaker*1*001234567");
    }

    @Test
    void keepsTheUnitAndTheKindOfAWeight() throws IOException {
        assertThat(segments("x12/943/in-full")).contains("W28*1*411.5*G*L****BOL77150");
        assertThat(segments("x12/214/in-full")).contains("AT8*G*L*41.5*2", "MS2*FSTF*553412");
    }

    @Test
    void writesAnOrderWithItsDateAsAnOrder() throws IOException {
        assertThat(segments("x12/861/in-full")).contains("PRF*PO-77120***20260914");
    }

    @Test
    void repeatsTheUnitThatAQuantityOfTheLineNeeds() throws IOException {
        assertThat(segments("x12/861/in-full"))
                .contains(
                        "RCD*1*3*EA*1*EA*1*EA*01*2*EA*08", "RCD*4*1*EA*2*CA*1*EA*08", "SN1**7*EA");
    }

    @Test
    void writesEveryStateOfALine() throws IOException {
        assertThat(segments("edifact/recadv/d01b-in-full"))
                .contains("CDI*1*4", "CDI*1*6>>>Two are of the older model", "CDI*1*16E>>9");
    }

    @Test
    void writesATrailerBesideTheVehicle() throws IOException {
        assertThat(segments("edifact/retins/d01b-in-full"))
                .contains("EQD*TE*HB-AN 77")
                .anyMatch(segment -> segment.startsWith("TDT") && segment.endsWith("HB-KL 204"));
    }

    private static List<String> segments(String sample) throws IOException {
        var message = golden(sample);
        var envelope = message.path("envelope");
        var type =
                envelope.path("standard").asText().equals("X12")
                        ? MessageType.x12(
                                envelope.path("message").asText(),
                                envelope.path("version").asText())
                        : MessageType.edifact(
                                envelope.path("message").asText(),
                                envelope.path("version").asText(),
                                envelope.path("association").asText());
        return segments(message, type);
    }

    private static List<String> segments(ObjectNode message, MessageType type) {
        return RENDERER
                .render(new ReturnMessage(message), type, Optional.empty())
                .segments()
                .stream()
                .map(WayOutTest::text)
                .toList();
    }

    private static String text(RenderedDocument.Segment segment) {
        var elements = segment.elements().stream().map(it -> String.join(">", it)).toList();
        return segment.tag() + "*" + String.join("*", elements);
    }

    private static ObjectNode golden(String sample) throws IOException {
        var file = Path.of("edi-samples", sample, "canonical.jsonl");
        return (ObjectNode) JSON.readTree(Files.readAllLines(file).get(0));
    }
}
