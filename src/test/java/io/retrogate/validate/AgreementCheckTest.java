package io.retrogate.validate;

import static io.retrogate.edi.DocumentProblem.RECEIVER_UNKNOWN;
import static io.retrogate.edi.DocumentProblem.SENDER_UNKNOWN;
import static io.retrogate.edi.DocumentProblem.TRANSACTION_UNSUPPORTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.edi.Finding;
import io.retrogate.edi.MessageType;
import io.retrogate.edi.PartyId;
import io.retrogate.edi.TransactionReport;
import io.retrogate.edi.Verdict;
import io.retrogate.partner.DocumentAgreement;
import io.retrogate.partner.DocumentAgreement.Direction;
import io.retrogate.partner.TradingPartner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was agreed with a partner is checked only for the partner that it was agreed with. */
class AgreementCheckTest {

    private static final TradingPartner ACME =
            partner("ACMERETAIL", "RETROGATE", Direction.INBOUND, "180");

    @Test
    void findsNothingInWhatWasAgreed() throws IOException {
        var report = Document.sample("x12/180/request-accepted").report(ACME);

        assertThat(report.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(report.allFindings()).isEmpty();
    }

    @Test
    void refusesASenderThatIsNotThePartner() throws IOException {
        var other = partner("NOBODY", "RETROGATE", Direction.INBOUND, "180");

        var report = Document.sample("x12/180/request-accepted").report(other);

        assertThat(report.findings()).extracting(Finding::problem).containsExactly(SENDER_UNKNOWN);
        assertThat(report.findings().get(0).position()).hasToString("ISA[1]-06");
        assertThat(report.verdict()).isEqualTo(Verdict.REJECTED);
    }

    @Test
    void refusesWhatIsAddressedToSomebodyElse() throws IOException {
        var other = partner("ACMERETAIL", "NOTUS", Direction.INBOUND, "180");

        var report = Document.sample("x12/180/request-accepted").report(other);

        assertThat(report.findings())
                .extracting(Finding::problem)
                .containsExactly(RECEIVER_UNKNOWN);
        assertThat(report.findings().get(0).position()).hasToString("ISA[1]-08");
    }

    @Test
    void comparesTheQualifierOfAnIdentifierToo() throws IOException {
        var report = Document.sample("edifact/retann/d01b-accepted").report(ACME);

        assertThat(report.findings())
                .extracting(it -> it.position().toString())
                .containsExactly("UNB[1]-02", "UNB[1]-03");
    }

    @Test
    void refusesADocumentThatWasNotAgreed() throws IOException {
        var report = Document.sample("x12/856/return-shipment-accepted").report(ACME);

        assertThat(report.findings()).isEmpty();
        assertThat(report.allFindings())
                .extracting(Finding::problem)
                .containsExactly(TRANSACTION_UNSUPPORTED);
        assertThat(report.transactions())
                .extracting(TransactionReport::verdict)
                .containsExactly(Verdict.REJECTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x12/997/rejects-our-set", "x12/999/rejects-our-set"})
    void needsNoAgreementForWhatThePartnerSaysOfOurDocuments(String sample) throws IOException {
        var report = Document.sample(sample).report(ACME);

        assertThat(report.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(report.allFindings()).isEmpty();
    }

    @Test
    void doesNotTakeWhatWeOnlySendForAgreed() throws IOException {
        var outbound = partner("ACMERETAIL", "RETROGATE", Direction.OUTBOUND, "180");

        var report = Document.sample("x12/180/request-accepted").report(outbound);

        assertThat(report.allFindings())
                .extracting(Finding::problem)
                .containsExactly(TRANSACTION_UNSUPPORTED);
    }

    private static TradingPartner partner(
            String sender, String receiver, Direction direction, String set) {
        var agreed = MessageType.x12(set, "004010");
        return new TradingPartner(
                "acme",
                Path.of("routes", "acme"),
                List.of(new PartyId("ZZ", sender)),
                List.of(new PartyId("ZZ", receiver)),
                Optional.empty(),
                List.of(new DocumentAgreement(direction, agreed, "997", List.of("erp"))),
                "");
    }
}
