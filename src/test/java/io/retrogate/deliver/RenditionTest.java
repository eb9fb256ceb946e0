package io.retrogate.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.ledger.DeliveryOutcome.State;
import io.retrogate.partner.Endpoint;
import io.retrogate.partner.EndpointFormat;
import io.retrogate.partner.PartnerFolders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an endpoint with a format of its own gets. */
@Timeout(30)
class RenditionTest extends DeliveryCase {

    private static final Path EXAMPLES = Path.of("src/test/resources/endpoints");
    private static final String MESSAGE =
            "{\"id\":\"0c5de7f4-93b1-3c6a-8e1d-1f5f0c9d4a11\",\"documentNumber\":\"R&D <7>\","
                    + "\"documentDate\":\"2026-11-02T10:00:00Z\",\"rma\":{\"number\":\"RMA-1\"},"
                    + "\"parties\":[{\"role\":{\"meaning\":\"shipTo\"},\"id\":\"HUB\","
                    + "\"name\":\"Gr\u00fcn\"}],\"lines\":[{\"number\":1,"
                    + "\"item\":{\"gtin\":\"04012345001013\"},\"quantities\":{\"shipped\":\"2.5\","
                    + "\"uom\":{\"code\":\"EA\"}},\"reason\":{\"code\":\"DM\","
                    + "\"meaning\":\"defective\"}}]}";

    @Test
    void deliversAnIdocWithTheHeadersOfTheDelivery() {
        archive.message = MESSAGE;
        endpoint(PartnerFolders.format(EXAMPLES.resolve("sap")).orElseThrow());

        assertThat(deliver()).isEqualTo(State.DELIVERED);

        var headers = erp.requests.get(0);
        assertThat(headers.getFirst("Content-Type")).isEqualTo("application/xml; charset=UTF-8");
        assertThat(headers.getFirst("Idempotency-Key")).isEqualTo("key-1");
        assertThat(headers.getFirst("ce-type")).isEqualTo("io.retrogate.return.shipment");
        assertThat(headers.getFirst("ce-dataschema")).isNull();
        assertThat(headers.getFirst("Content-Length"))
                .isEqualTo(String.valueOf(archive.stored.get(0).length));
        assertThat(erp.bodies.get(0))
                .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ORDERS05>")
                .contains("<BSART>RE</BSART>", "<BELNR>R&amp;D &lt;7&gt;</BELNR>")
                .contains("<DATUM>20261102</DATUM>")
                .contains("<PARVW>WE</PARVW>", "<PARTN>HUB</PARTN>", "<NAME1>Gr\u00fcn</NAME1>")
                .contains("<POSEX>000010</POSEX>", "<MENGE>2.5</MENGE>", "<MENEE>EA</MENEE>")
                .contains("<QUALF>003</QUALF>", "<IDTNR>04012345001013</IDTNR>")
                .contains("</ORDERS05>");
    }

    @Test
    void deliversAFlatFile() {
        archive.message = MESSAGE;
        endpoint(PartnerFolders.format(EXAMPLES.resolve("wms")).orElseThrow());

        assertThat(deliver()).isEqualTo(State.DELIVERED);

        assertThat(erp.requests.get(0).getFirst("Content-Type"))
                .isEqualTo("text/plain; charset=ISO-8859-1");
        assertThat(new String(archive.stored.get(0), StandardCharsets.ISO_8859_1))
                .isEqualTo(
                        "HR&D <7>             RMA-1               202611020001\n"
                                + "L000104012345001013      00000002.5defective           \n");
    }

    @Test
    void sendsTheSameBytesAgainWhateverBecameOfTheTemplate() {
        archive.message = "{\"documentNumber\":\"1\"}";
        endpoint(format("first ${message.documentNumber}", "text/plain"));
        erp.answer = ErpPeer.status(500);
        assertThat(deliver()).isEqualTo(State.RETRY);

        endpoint(format("second", "text/html"));
        erp.answer = ErpPeer.status(200);
        assertThat(deliver()).isEqualTo(State.DELIVERED);

        assertThat(erp.bodies).containsExactly("first 1", "first 1");
        assertThat(erp.requests)
                .extracting(it -> it.getFirst("Idempotency-Key"))
                .containsExactly("key-1", "key-1");
        assertThat(erp.requests)
                .extracting(it -> it.getFirst("Content-Type"))
                .containsOnly("text/plain; charset=UTF-8");
    }

    @Test
    void isDeadWhereTheTemplateFailsAndSendsNothing() {
        endpoint(format("a\n${message.documentNumber}", "text/plain"));

        assertThat(deliver()).isEqualTo(State.DEAD);

        assertThat(erp.requests).isEmpty();
        assertThat(ledger.last().detail()).contains("DLV-008", "out/a.ftl:2", "documentNumber");
    }

    @Test
    void isDeadWhereACharacterCannotBeWritten() {
        archive.message = "{\"documentNumber\":\"\u0141\u00f3d\u017a\"}";
        var utf8 = format("${message.documentNumber}", "text/plain");
        endpoint(
                new EndpointFormat(
                        utf8.folder(),
                        utf8.template(),
                        utf8.contentType(),
                        StandardCharsets.ISO_8859_1,
                        utf8.files()));

        assertThat(deliver()).isEqualTo(State.DEAD);
        assertThat(ledger.last().detail()).contains("DLV-008", "ISO-8859-1");
    }

    @Test
    void sendsNothingForADeliveryThatBelongsToSomebodyElse() {
        endpoint(format("x", "text/plain"));
        ledger.current = false;

        deliver();

        assertThat(erp.requests).isEmpty();
    }

    private void endpoint(EndpointFormat format) {
        endpoints.set(
                0,
                new Endpoint(
                        "erp",
                        erp.url(),
                        Map.of(),
                        true,
                        Endpoint.Ambiguous.RETRY,
                        Duration.ofSeconds(2),
                        Optional.of(format)));
    }

    static EndpointFormat format(String template, String contentType) {
        return new EndpointFormat(
                Path.of("erp"),
                "out/a.ftl",
                contentType,
                StandardCharsets.UTF_8,
                Map.of("out/a.ftl", template));
    }
}
