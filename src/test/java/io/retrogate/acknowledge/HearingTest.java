package io.retrogate.acknowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.edi.schema.Schemas;
import io.retrogate.ledger.PartnerJudgement;
import io.retrogate.validate.Validator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reads acknowledgements as a partner would send them, from bytes to words. */
class HearingTest {

    private static final Validator VALIDATOR = Validator.overSchemas(Schemas.builtIn());
    private static final String ISA =
            "ISA*00*          *00*          *ZZ*ACME           *01*RETROGATE      *260203*0915*U"
                    + "*00401*000000107*0*P*>~";
    private static final String UNB = "UNB+UNOC:3+ACME+RETROGATE+260203:0915+7'";

    private static List<String> heard(String text) {
        var content = new Received(text);
        return VALIDATOR.validate(content, Optional.empty()).stream()
                .flatMap(report -> Answers.ACKNOWLEDGER.heard(report, content).stream())
                .map(HearingTest::line)
                .toList();
    }

    private static String line(PartnerJudgement it) {
        return Stream.of(
                        it.form(),
                        it.level(),
                        it.interchange(),
                        it.groupCode(),
                        it.group(),
                        it.transaction(),
                        it.document(),
                        it.word(),
                        it.contents() ? "and all within" : "",
                        it.detail())
                .map(Object::toString)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String group(String code, String version, String... segments) {
        int count = segments.length + 1;
        return ISA
                + ("GS*" + code + "*ACME*RET*20260203*0915*5*X*" + version + "~\n")
                + String.join("~\n", segments)
                + ("~\nSE*" + count + "*0001~\nGE*1*5~\nIEA*1*000000107~\n");
    }

    private static String message(String type, String... segments) {
        return UNB
                + ("UNH+1+" + type + "'")
                + String.join("'", segments)
                + ("'UNT+" + (segments.length + 2) + "+1'UNZ+1+7'");
    }

    @Test
    void hearsA997() {
        assertThat(
                        heard(
                                group(
                                        "FA",
                                        "004010",
                                        "ST*997*0001",
                                        "AK1*AN*42",
                                        "AK2*180*0001",
                                        "AK5*E*5",
                                        "AK2*180*0002",
                                        "AK5*M*2",
                                        "AK9*P*2*2*1")))
                .containsExactly(
                        "997 TRANSACTION AN 42 0001 ACCEPTED_WITH_ERRORS E 5",
                        "997 TRANSACTION AN 42 0002 REJECTED M 2",
                        "997 GROUP AN 42 PARTLY_ACCEPTED P");
    }

    @Test
    void hearsA999AndWhatItSaysOfTheWholeGroup() {
        assertThat(
                        heard(
                                group(
                                        "FA",
                                        "005010",
                                        "ST*999*0001",
                                        "AK1*AN*42*004010",
                                        "AK2*180*0001",
                                        "IK5*R*I5",
                                        "AK9*R*1*1*0*4")))
                .containsExactly(
                        "999 TRANSACTION AN 42 0001 REJECTED R I5",
                        "999 GROUP AN 42 REJECTED and all within R 4");
    }

    @Test
    void hearsATa1() {
        assertThat(heard(ISA + "TA1*000000042*260203*0930*R*025~IEA*0*000000107~"))
                .containsExactly("TA1 INTERCHANGE 000000042 REJECTED and all within R 025");
        assertThat(heard(ISA + "TA1*000000042*260203*0930*A*000~IEA*0*000000107~"))
                .containsExactly("TA1 INTERCHANGE 000000042 ACCEPTED A 000");
    }

    @Test
    void hearsAContrl() {
        assertThat(
                        heard(
                                message(
                                        "CONTRL:D:3:UN",
                                        "UCI+42+RETROGATE+ACME+7",
                                        "UCM+1+RETANN:D:01B:UN+7",
                                        "UCM+2+RETANN:D:01B:UN+4+12")))
                .containsExactly(
                        "CONTRL INTERCHANGE 42 ACCEPTED and all within 7",
                        "CONTRL TRANSACTION 42 1 ACCEPTED 7",
                        "CONTRL TRANSACTION 42 2 REJECTED 4 12");
        assertThat(heard(message("CONTRL:D:3:UN", "UCI+42+RETROGATE+ACME+8")))
                .containsExactly("CONTRL INTERCHANGE 42 RECEIVED 8");
    }

    @Test
    void hearsAnAdviceAboutASetOrADocument() {
        assertThat(
                        heard(
                                group(
                                        "AG",
                                        "004010",
                                        "ST*824*0001",
                                        "BGN*00*AA-1*20260203",
                                        "OTI*TR*TN*RA-1*****42*0001*180",
                                        "OTI*TE*TN*RA-2",
                                        "OTI*GA*TN*X*****42")))
                .containsExactly(
                        "824 TRANSACTION 42 0001 REJECTED TR",
                        "824 TRANSACTION RA-2 ACCEPTED_WITH_ERRORS TE",
                        "824 GROUP 42 ACCEPTED GA");
    }

    @Test
    void hearsOfAnItemThatAPartOfItsDocumentIsRefused() {
        assertThat(
                        heard(
                                group(
                                        "AG",
                                        "004010",
                                        "ST*824*0001",
                                        "BGN*00*AA-1*20260203",
                                        "OTI*TP*TN*RA-1",
                                        "OTI*IR*LI*2",
                                        "OTI*IA*LI*3*****42*0001*180")))
                .containsExactly(
                        "824 TRANSACTION RA-1 PARTLY_ACCEPTED TP",
                        "824 TRANSACTION RA-1 PARTLY_ACCEPTED IR",
                        "824 TRANSACTION 42 0001 ACCEPTED IA");
    }

    @Test
    void hearsAnAperak() {
        assertThat(heard(message("APERAK:D:01B:UN", "BGM+305+AP-1+27", "RFF+ACW:RA-1")))
                .containsExactly("APERAK TRANSACTION RA-1 REJECTED 27");
        assertThat(heard(message("APERAK:D:01B:UN", "BGM+305+AP-1+9", "RFF+ACW:RA-1", "ERC+12")))
                .containsExactly("APERAK TRANSACTION RA-1 ACCEPTED_WITH_ERRORS 9");
    }

    @Test
    void believesNothingThatIsItselfWrong() {
        var good = group("FA", "004010", "ST*997*0001", "AK1*AN*42", "AK9*A*1*1*1");

        assertThat(heard(good)).hasSize(1);
        assertThat(heard(good.replace("AK9*A", "AK9*"))).isEmpty();
        assertThat(heard(good.replace("GE*1*5", "GE*1*6"))).isEmpty();
        assertThat(heard(good.replace("IEA*1*000000107", "IEA*1*000000108"))).isEmpty();
    }
}
