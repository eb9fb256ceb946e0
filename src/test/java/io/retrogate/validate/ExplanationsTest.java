package io.retrogate.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A finding says enough to somebody who does not know the standard. */
class ExplanationsTest {

    private static final String REQUEST = "x12/180/request-accepted";

    @ParameterizedTest
    @CsvSource({
        "UNH+1+RETANN:D:01B:UN', It starts with UNH; UNB should have come before.",
        "ST*180*0001~, It starts with ST; ISA and GS should have come before.",
        "STATEMENT, No interchange starts here."
    })
    void namesTheEnvelopeThatIsMissing(String text, String explanation) {
        assertThat(new Document(text).finding().explanation()).isEqualTo(explanation);
    }

    @Test
    void saysTheOneLengthThatIsRight() throws IOException {
        var document = Document.sample(REQUEST).with("DTM*007*20261102~", "DTM*007*2026-11-02~");

        assertThat(document.findings().get(0).explanation())
                .isEqualTo("DTM[6]-02 has 10 characters; it must have 8.");
    }

    /** X12.5 allows a grade of service, a deferred delivery and reports of the network there. */
    @Test
    void passesOverTheServiceSegmentsOfTheInterchange() throws IOException {
        var document = Document.sample(REQUEST).with("~\nGS*", "~\nISB*1~\nISE*1~\nGS*");

        assertThat(document.findings()).isEmpty();
        assertThat(document.with("RDR*KA*DM~", "RDR*KA*DM~\nISB*1~").findings())
                .extracting(it -> it.position().tag())
                .contains("ISB");
    }
}
