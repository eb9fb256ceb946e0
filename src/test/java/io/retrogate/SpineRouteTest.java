package io.retrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrogate.acknowledge.Acknowledger;
import io.retrogate.archive.Archive;
import io.retrogate.edi.GatewayException;
import io.retrogate.edi.PartyId;
import io.retrogate.edi.ProblemCode;
import io.retrogate.edi.Verdict;
import io.retrogate.edi.schema.Schemas;
import io.retrogate.ledger.Failpoint;
import io.retrogate.ledger.Transmission;
import io.retrogate.partner.DocumentAgreement;
import io.retrogate.partner.Partners;
import io.retrogate.partner.TradingPartner;
import io.retrogate.translate.FileTranslator;
import io.retrogate.translate.Translator;
import io.retrogate.validate.Validator;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The route of the spine with our own stages; the broker's queue and the ledger are played. */
class SpineRouteTest extends CamelTestSupport {

    @TempDir private static Path folder;

    private final PlayedLedger ledger = new PlayedLedger();
    private final List<Failpoint> reached = new ArrayList<>();
    private final List<UUID> delivered = new ArrayList<>();
    private Optional<RuntimeException> trouble = Optional.empty();

    SpineRouteTest() {
        testConfiguration().withUseAdviceWith(true);
    }

    @Override
    protected RoutesBuilder createRouteBuilder() throws Exception {
        var archive = Archive.inDirectory(folder);
        var schemas = Schemas.builtIn();
        var validator = Validator.overSchemas(schemas);
        ledger.payload = archive.store(new ByteArrayInputStream(sample())).address().value();
        var translator = Translator.builtIn(schemas);
        var plan =
                new SettlementPlan(
                        Acknowledger.byTables(schemas),
                        (partner, type, message) -> List.of("erp"),
                        archive);
        var stations =
                new Stations(
                        ledger.ledger(),
                        partners(),
                        archive,
                        (content, partner) -> {
                            trouble.ifPresent(
                                    t -> {
                                        throw t;
                                    });
                            return validator.validate(content, partner);
                        },
                        translator,
                        FileTranslator.bySmooks(),
                        plan,
                        new Instalments(
                                ledger.ledger(),
                                translator,
                                plan,
                                reached::add,
                                new SettleProperties(2)),
                        reached::add);
        return new Spine(stations, delivered::add).transmissions();
    }

    @BeforeEach
    void withoutABroker() throws Exception {
        AdviceWith.adviceWith(context, "spine", route -> route.replaceFromWith("direct:queue"));
        context.start();
    }

    @Test
    void takesADocumentThroughEveryStageInOrder() {
        take(1);

        var interchange = ledger.settled.get(0).interchanges().get(0);
        assertThat(ledger.settled).hasSize(1);
        assertThat(interchange.uniqueKey()).contains("000001001");
        assertThat(interchange.documents().get(0).destinations()).containsExactly("erp");
        assertThat(interchange.acknowledgements()).hasSize(1);
        assertThat(reached)
                .containsExactly(
                        Failpoint.TRANSMISSION_TAKEN, Failpoint.TRANSLATED, Failpoint.SETTLED);
    }

    @Test
    void plansAgainWithoutDocumentsWhenTheInterchangeCameBefore() {
        ledger.duplicates = Set.of("X12|ZZ:ACMERETAIL|ZZ:RETROGATE|000001001");

        take(1);

        assertThat(ledger.settled).hasSize(2);
        var second = ledger.settled.get(1).interchanges().get(0);
        assertThat(second.uniqueKey()).isEmpty();
        assertThat(second.documents()).isEmpty();
    }

    @Test
    void handsOnWhatAPartnerSaysOfOursButNotTwice() throws Exception {
        var heard = Path.of("edi-samples/x12/999/rejects-our-set/received.edi");
        ledger.payload =
                Archive.inDirectory(folder).store(Files.newInputStream(heard)).address().value();

        take(1);

        var interchange = ledger.settled.get(0).interchanges().get(0);
        assertThat(interchange.acknowledgements()).isEmpty();
        assertThat(interchange.judgements())
                .extracting(it -> it.form() + " " + it.level() + " " + it.group() + " " + it.word())
                .containsExactly("999 TRANSACTION 41 REJECTED", "999 GROUP 41 REJECTED");

        ledger.duplicates = Set.of("X12|ZZ:ACMERETAIL|ZZ:RETROGATE|000001207");
        take(1);

        assertThat(ledger.settled.get(2).interchanges().get(0).judgements()).isEmpty();
    }

    @Test
    void takesAFileWithoutAnEnvelopeToItsEndpointAndAnswersNothing() throws Exception {
        var csv = "rma,date,sku,gtin,quantity,reason\nRMA-1,20261102,BL-600,,2,worn\nRMA-2,x\n";
        ledger.payload =
                Archive.inDirectory(folder)
                        .store(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)))
                        .address()
                        .value();

        take(1);

        var file = ledger.settled.get(0).interchanges().get(0);
        assertThat(file.report().verdict()).isEqualTo(Verdict.PARTIAL);
        assertThat(file.documents())
                .extracting(it -> it.rma() + " " + it.messageType() + " " + it.destinations())
                .containsExactly("RMA-1 RETURNS CSV [erp]");
        assertThat(file.uniqueKey()).isEmpty();
        assertThat(file.acknowledgements()).isEmpty();
        assertThat(file.judgements()).isEmpty();
    }

    @Test
    void dropsWhatIsSettledAlready() {
        ledger.state = Transmission.State.SETTLED;

        take(1);

        assertThat(ledger.settled).isEmpty();
        assertThat(reached).containsExactly(Failpoint.TRANSMISSION_TAKEN);
    }

    @Test
    void givesUpAtOnceOnWhatNoRetryMends() {
        trouble = Optional.of(new GatewayException(RootProblem.ROUTE_BROKEN, "x"));

        take(1);

        assertThat(ledger.failed.get(ledger.transmission))
                .startsWith("GTW-003 ")
                .endsWith(RootProblem.ROUTE_BROKEN.remedy());
    }

    @Test
    void givesTheMessageBackToTheBrokerWhenALaterTryMayDo() {
        trouble = Optional.of(new GatewayException(RootProblem.PARTNER_GONE, "acme"));
        assertThat(RootProblem.PARTNER_GONE.retry()).isEqualTo(ProblemCode.Retry.LATER);

        assertThatThrownBy(() -> take(9)).isInstanceOf(CamelExecutionException.class);
        assertThat(ledger.failed).isEmpty();
    }

    @Test
    void givesUpOnAnUnknownFailureAtTheFifthDelivery() {
        trouble = Optional.of(new IllegalStateException("a bug"));

        assertThatThrownBy(() -> take(4)).isInstanceOf(CamelExecutionException.class);
        assertThat(ledger.failed).isEmpty();
        take(5);
        assertThat(ledger.failed.get(ledger.transmission)).contains("GTW-001").contains("a bug");
    }

    /** As the broker's {@code deliveries}-th attempt. */
    private void take(int deliveries) {
        template.requestBodyAndHeader(
                "direct:queue", ledger.transmission.toString(), "JMSXDeliveryCount", deliveries);
    }

    private static byte[] sample() throws java.io.IOException {
        return Files.readAllBytes(Path.of("edi-samples/x12/180/request-accepted/received.edi"));
    }

    private static Partners partners() {
        var type = io.retrogate.edi.MessageType.x12("180", "004010");
        var acme =
                new TradingPartner(
                        "acme",
                        Path.of("src/test/resources/smooks/kolibri"),
                        List.of(new PartyId("ZZ", "ACMERETAIL")),
                        List.of(new PartyId("ZZ", "RETROGATE")),
                        Optional.empty(),
                        List.of(
                                new DocumentAgreement(
                                        DocumentAgreement.Direction.INBOUND,
                                        type,
                                        "997",
                                        List.of("erp")),
                                new DocumentAgreement(
                                        DocumentAgreement.Direction.INBOUND,
                                        io.retrogate.edi.MessageType.file("RETURNS", "CSV"),
                                        "none",
                                        "none",
                                        List.of("erp"),
                                        "mapping/returns.smooks.xml")),
                        "as2");
        return (Partners)
                Proxy.newProxyInstance(
                        Partners.class.getClassLoader(),
                        new Class<?>[] {Partners.class},
                        (proxy, method, arguments) -> Optional.of(acme));
    }
}
