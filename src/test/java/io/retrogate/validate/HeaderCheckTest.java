package io.retrogate.validate;

import static io.retrogate.edi.DocumentProblem.ENVELOPE_ELEMENT_INVALID;
import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.edi.Verdict;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One wrong element in ISA, GS or UNB. */
class HeaderCheckTest {

    private static final String X12 = "x12/180/request-accepted";
    private static final String EDIFACT = "edifact/retann/d01b-accepted";

    @ParameterizedTest
    @CsvSource({
        "*261102*, *2611O2*, ISA[1]-09",
        "*0915*U, *2515*U, ISA[1]-10",
        "*0*P*, *2*P*, ISA[1]-14",
        "*0*P*, *0*X*, ISA[1]-15",
    })
    void warnsOfWhatDoesNoHarm(String piece, String other, String position) throws IOException {
        var document = Document.sample(X12).with(piece, other);

        assertThat(document.finding().problem()).isEqualTo(ENVELOPE_ELEMENT_INVALID);
        assertThat(document.finding().position()).hasToString(position);
        assertThat(document.report().verdict()).isEqualTo(Verdict.ACCEPTED_WITH_ERRORS);
    }

    @ParameterizedTest
    @CsvSource({
        "*ZZ*ACMERETAIL, *z!*ACMERETAIL, ISA[1]-05",
        "'*ZZ*ACMERETAIL     *', '*ZZ*               *', ISA[1]-06",
        "'*ZZ*RETROGATE      *', '*ZZ*               *', ISA[1]-08",
        "*U*00401*, *U*4010A*, ISA[1]-12",
    })
    void refusesWhatCannotBeAnswered(String piece, String other, String position)
            throws IOException {
        var document = Document.sample(X12).with(piece, other);

        assertThat(document.finding().problem()).isEqualTo(ENVELOPE_ELEMENT_INVALID);
        assertThat(document.finding().position()).hasToString(position);
        assertThat(document.report().verdict()).isEqualTo(Verdict.REJECTED);
    }

    @Test
    void refusesAGroupWithoutANumber() throws IOException {
        var document =
                Document.sample(X12).with("*0915*501*X", "*0915**X").with("GE*1*501", "GE*1*");

        assertThat(document.finding().position()).hasToString("GS[2]-06");
        assertThat(document.report().groups().get(0).verdict()).isEqualTo(Verdict.REJECTED);
    }

    @ParameterizedTest
    @CsvSource({
        "UNOC:3, UNXX:3, UNB[1]-01, REJECTED",
        "4012345000009:14+4098, :14+4098, UNB[1]-02, REJECTED",
        "261102:0915, 2611:0915, UNB[1]-04, ACCEPTED_WITH_ERRORS",
    })
    void looksIntoUnbToo(String piece, String other, String position, Verdict verdict)
            throws IOException {
        var document = Document.sample(EDIFACT).with(piece, other);

        assertThat(document.finding().problem()).isEqualTo(ENVELOPE_ELEMENT_INVALID);
        assertThat(document.finding().position()).hasToString(position);
        assertThat(document.report().verdict()).isEqualTo(verdict);
    }
}
