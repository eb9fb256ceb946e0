package io.retrogate.translate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One transaction set, three meanings: which it has is told by its codes. */
class KindOf180Test {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "180-request       | BGN*13*REQ-1001 | BGN*00*REQ-1001 | return.request",
                "180-request       | BGN*13*REQ-1001 | BGN*11*REQ-1001 | return.authorization",
                "180-request       | BGN*13*REQ-1001 | BGN*14*REQ-1001 | return.announcement",
                "180-request       | BGN*13*REQ-1001 | BGN*01*REQ-1001 | return.request",
                "180-authorization | BGN*11*RMA      | BGN*00*RMA      | return.authorization",
                "180-authorization | BGN*11*RMA      | BGN*13*RMA      | return.authorization",
                "180-announcement  | *NOTE-5*        | *NOTE-6*        | return.announcement",
                "180-announcement  | DTM*011         | DTM*003         | return.announcement",
                "180-announcement  | RDR*CR          | RDR*RA          | return.announcement",
            })
    void followsFromItsCodes(String name, String piece, String other, String kind)
            throws IOException {
        var accepted = Accepted.resource(name, piece, other);

        var translated =
                DocumentsTest.TRANSLATOR.translate(
                        accepted.content(),
                        accepted.report(),
                        DocumentsTest.ORIGIN,
                        Optional.empty());

        assertThat(translated.documents().get(0).message().kind().label()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"00, original", "01, cancel", "04, change", "05, replace", "07, duplicate"})
    void staysBesideItsPurpose(String code, String meaning) throws IOException {
        var accepted = Accepted.resource("180-announcement", "BGN*00*", "BGN*" + code + "*");

        var translated =
                DocumentsTest.TRANSLATOR.translate(
                        accepted.content(),
                        accepted.report(),
                        DocumentsTest.ORIGIN,
                        Optional.empty());

        assertThat(translated.documents().get(0).message().tree().at("/purpose/meaning").asText())
                .isEqualTo(meaning);
    }
}
