package io.retrogate.acknowledge;

import static io.retrogate.acknowledge.Answers.NUMBER;
import static io.retrogate.acknowledge.Answers.TIME;
import static io.retrogate.acknowledge.Reports.X12;
import static io.retrogate.acknowledge.Reports.at;
import static io.retrogate.acknowledge.Reports.edifactHeader;
import static io.retrogate.acknowledge.Reports.error;
import static io.retrogate.acknowledge.Reports.group;
import static io.retrogate.acknowledge.Reports.interchange;
import static io.retrogate.acknowledge.Reports.returnNotice;
import static io.retrogate.acknowledge.Reports.shipNotice;
import static io.retrogate.acknowledge.Reports.transaction;
import static io.retrogate.acknowledge.Reports.x12Header;
import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.edi.Content;
import io.retrogate.edi.DocumentProblem;
import io.retrogate.edi.InterchangeReport;
import io.retrogate.edi.MessageType;
import io.retrogate.edi.Verdict;
import io.retrogate.partner.DocumentAgreement;
import io.retrogate.partner.DocumentAgreement.Direction;
import io.retrogate.partner.TradingPartner;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TableAcknowledgerTest {

    @Test
    void countsFromUsToThePartner() {
        var report = interchange(x12Header(), group("SH", shipNotice("0001")));

        var plan = Answers.plan(report, Optional.of(partner("997"))).orElseThrow();

        assertThat(plan.partner()).isEqualTo("acme");
        assertThat(plan.form()).isEqualTo("997");
        assertThat(plan.counter()).isEqualTo("01:RETROGATE>ZZ:ACME");
        assertThat(plan.verdict()).isEqualTo("A");
    }

    @Test
    void rendersTheSameBytesAgain() {
        var report = interchange(x12Header(), group("SH", shipNotice("0001")));
        var first = Answers.plan(report, Optional.empty()).orElseThrow().renderer();
        var second = Answers.plan(report, Optional.empty()).orElseThrow().renderer();

        assertThat(first.render(NUMBER, TIME))
                .isEqualTo(first.render(NUMBER, TIME))
                .isEqualTo(second.render(NUMBER, TIME));
    }

    @Test
    void givesTheVerdictAsALetter() {
        var bad = shipNotice("2", error(DocumentProblem.SEGMENT_UNKNOWN, at("XYZ", 3, 0, 0)));
        var duplicate = error(DocumentProblem.DUPLICATE_INTERCHANGE, at("ISA"));

        assertThat(letter(interchange(x12Header(), group("SH", shipNotice("1"))))).isEqualTo("A");
        assertThat(letter(interchange(x12Header(), group("SH", bad)))).isEqualTo("R");
        assertThat(letter(interchange(x12Header(), group("SH", shipNotice("1"), bad))))
                .isEqualTo("P");
        assertThat(letter(interchange(x12Header(), Verdict.REJECTED, List.of(duplicate))))
                .isEqualTo("R");
    }

    @Test
    void neverAcknowledgesAnAcknowledgement() {
        var functional = transaction(MessageType.x12("997", "004010"), "0001");
        var contrl = transaction(MessageType.edifact("CONTRL", "D3", ""), "1");

        assertThat(plan(interchange(x12Header(X12, true), group("FA", functional)))).isEmpty();
        assertThat(plan(interchange(x12Header(X12, true), group("FA")))).isEmpty();
        assertThat(plan(interchange(x12Header(X12, true)))).isEmpty();
        assertThat(plan(interchange(edifactHeader("3"), group("", contrl)))).isEmpty();
    }

    @Test
    void leavesAcknowledgementsOutOfTheAnswerToOtherDocuments() {
        var functional = group("FA", transaction(MessageType.x12("997", "004010"), "0001"));
        var report = interchange(x12Header(), functional, group("SH", shipNotice("0002")));

        assertThat(Answers.x12(report))
                .contains("AK1*SH*31", "GE*1*42")
                .doesNotContain("AK1*FA*31");
    }

    @Test
    void answersNobodyItCannotName() {
        var unreadable = error(DocumentProblem.INTERCHANGE_UNREADABLE, at(""));
        var report =
                new InterchangeReport(
                        Optional.empty(), 0, 9, Verdict.REJECTED, List.of(unreadable), List.of());

        assertThat(plan(report)).isEmpty();
    }

    @Test
    void keepsQuietWhereThePartnerWantsNothing() {
        var duplicate = error(DocumentProblem.DUPLICATE_INTERCHANGE, at("ISA"));
        var rejected = interchange(x12Header(X12, true), Verdict.REJECTED, List.of(duplicate));
        var accepted = interchange(x12Header(X12, true), group("SH", shipNotice("0001")));
        var quiet = Optional.of(partner("none"));

        assertThat(Answers.plan(accepted, quiet)).isEmpty();
        assertThat(Answers.plan(rejected, quiet)).isEmpty();
        assertThat(Answers.plan(rejected, Optional.of(partner("997")))).isPresent();
    }

    @Test
    void onlySaysArrivedWhereSomeMessagesAreNotToBeAnswered() {
        var other = transaction(MessageType.edifact("DESADV", "D01B", "EAN007"), "2");
        var report = interchange(edifactHeader("3"), group("", returnNotice("1"), other));

        var plan = Answers.plan(report, Optional.of(partner("none"))).orElseThrow();

        assertThat(plan.renderer().render(NUMBER, TIME))
                .contains("+8'UCM+2+DESADV:")
                .doesNotContain("RETANN");
    }

    @Test
    void neverAnswersATa1EvenInABrokenEnvelope() {
        var isa = "ISA*00*          *00*          *ZZ*ACME           *01*RETROGATE      ";
        var wrong = Reports.error(DocumentProblem.INTERCHANGE_CONTROL_COUNT_MISMATCH, at("IEA"));
        var report = interchange(x12Header(), Verdict.REJECTED, List.of(wrong));
        var envelope = isa + "*260203*0915*U*00401*000000107*0*P*>~%sIEA*1*000000107~";
        var note = "TA1*000000001*260203*0915*A*000~";

        assertThat(Answers.ACKNOWLEDGER.plan(report, content(envelope, note), Optional.empty()))
                .isEmpty();
        assertThat(Answers.ACKNOWLEDGER.plan(report, content(envelope, ""), Optional.empty()))
                .hasSize(1);
    }

    private static Content content(String envelope, String between) {
        // A report says how long its interchange is: 1000 bytes.
        return new Received(String.format("%-1000s", String.format(envelope, between)));
    }

    private Optional<?> plan(InterchangeReport report) {
        return Answers.plan(report, Optional.empty());
    }

    private String letter(InterchangeReport report) {
        return Answers.plan(report, Optional.empty()).orElseThrow().verdict();
    }

    private static TradingPartner partner(String acknowledge) {
        var documents =
                List.of(
                        new DocumentAgreement(
                                Direction.INBOUND,
                                MessageType.x12("856", "004010"),
                                acknowledge,
                                List.of("erp")),
                        new DocumentAgreement(
                                Direction.INBOUND,
                                MessageType.edifact("RETANN", "D01B", ""),
                                acknowledge,
                                List.of("erp")));
        return new TradingPartner(
                "acme",
                Path.of("routes/acme"),
                List.of(Reports.ACME),
                List.of(Reports.US),
                Optional.empty(),
                documents,
                "as2");
    }
}
