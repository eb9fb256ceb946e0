package io.retrogate.partner;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.as2.As2Party;
import io.retrogate.edi.PartyId;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The folders that come with the product go live as they are. */
@Timeout(60)
class ShippedRoutesTest {

    private static final Path ROUTES = Path.of("routes");
    private static final Clock LATER =
            Clock.fixed(As2Party.NOW.plus(Duration.ofDays(30)), ZoneOffset.UTC);

    @TempDir Path directory;

    @Test
    void goLiveWithoutAnyProblem() {
        var partners = live(Map.of());

        assertThat(partners.problems()).isEmpty();
        assertThat(partners.partners())
                .extracting(TradingPartner::name)
                .containsExactly("acme", "nordwind");
        assertThat(partners.bySender(new PartyId("ZZ", "ACMERETAIL"))).isPresent();
        assertThat(partners.byAs2Names("ACME", "RETROGATE")).isPresent();
        assertThat(partners.endpoint("erp").orElseThrow().ambiguous())
                .isEqualTo(Endpoint.Ambiguous.RETRY);
        assertThat(partners.endpoint("threepl").orElseThrow().ambiguous())
                .isEqualTo(Endpoint.Ambiguous.HOLD);
    }

    @Test
    void takeTheAddressesOfTheDemo() {
        var partners = live(Map.of("retrogate.demo.acme.url", "http://localhost:7/as2"));

        var acme = partners.named("acme").flatMap(TradingPartner::as2).orElseThrow();
        assertThat(acme.url()).contains(URI.create("http://localhost:7/as2"));
    }

    @ParameterizedTest
    @CsvSource({
        "x12/180/request-accepted, acme",
        "x12/856/return-shipment-accepted, acme",
        "edifact/retann/d01b-accepted, nordwind",
        "edifact/retann/d96a-en-accepted, nordwind",
        "edifact/desadv/d01b-accepted, nordwind",
    })
    void knowTheSenderOfTheSamples(String sample, String name) throws Exception {
        String text = Files.readString(Path.of("edi-samples", sample, "received.edi"), ISO_8859_1);

        var partner = live(Map.of()).bySender(sender(text)).orElseThrow();

        assertThat(partner.name()).isEqualTo(name);
        assertThat(partner.ownIdentifiers()).contains(receiver(text));
    }

    private static PartyId sender(String text) {
        return text.startsWith("ISA") ? isa(text, 5) : unb(text, 2);
    }

    private static PartyId receiver(String text) {
        return text.startsWith("ISA") ? isa(text, 7) : unb(text, 3);
    }

    private static PartyId isa(String text, int element) {
        String[] elements = text.split("\\*");
        return new PartyId(elements[element], elements[element + 1]);
    }

    private static PartyId unb(String text, int element) {
        String[] party = text.substring(text.indexOf("UNB")).split("\\+")[element].split(":");
        return new PartyId(party[1], party[0]);
    }

    @Test
    void areInTheJarForTheDemo() {
        for (String file :
                List.of("acme/agreement.yaml", "erp/endpoint.yaml", "acme/certs/acme.pem")) {
            assertThat(getClass().getResource("/demo/routes/" + file)).as(file).isNotNull();
        }
    }

    @Test
    void holdNoSecretKey() throws Exception {
        try (var files = Files.walk(ROUTES)) {
            var all = files.filter(Files::isRegularFile).toList();
            assertThat(all).hasSizeGreaterThan(4);
            for (Path file : all) {
                assertThat(Files.readString(file)).doesNotContain("PRIVATE KEY");
            }
        }
    }

    private PartnerFolders live(Map<String, String> properties) {
        var keys = new OwnKeys(directory.resolve("keys"), name -> null, LATER, 1024);
        var placeholders = new Placeholders(properties::get, name -> null);
        var partners = PartnerFolders.of(ROUTES, keys, placeholders, LATER, List::of);
        partners.refresh();
        return partners;
    }
}
