package io.retrogate.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.as2.As2Party;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where an agreement lets asynchronous receipts go, and where ours come. */
class ReceiptAddressTest {

    private static final URI OURS = URI.create("https://us.example/as2");

    @TempDir private Path directory;

    @ParameterizedTest
    @CsvSource({
        "https://as2.example/mdn, true",
        "HTTPS://AS2.example/mdn?id=1, true",
        "https://as2.example:8443/in, true",
        "https://as2.example/mdn/more, false",
        "https://as2.example/in, false",
        "https://as2.example:8444/in, false",
        "http://as2.example/mdn, false",
        "https://other.example/mdn, false",
        "https://me@as2.example/mdn, false",
        "mailto:as2@as2.example, false",
        "'https://as2.example/m dn', false"
    })
    void differsFromTheAgreedOneInItsQueryOnly(String url, boolean allowed) {
        var mdn = "mdn: { deliverTo: [https://as2.example/mdn, https://as2.example:8443/in] }";
        var agreed = agreement(mdn);

        assertThat(agreed.receiptsMayGoTo(url)).isEqualTo(allowed);
    }

    @Test
    void isNoneUnlessAgreed() {
        assertThat(agreement("").receiptsMayGoTo("https://as2.example/in")).isFalse();
    }

    @Test
    void isReportedIfItIsNoUrl() {
        var folders = folders("mdn: { deliverTo: [https://as2.example/mdn, ftp://as2.example] }");

        assertThat(folders.check("bergmann").problems())
                .anySatisfy(p -> assertThat(p.code()).isEqualTo(PartnerProblem.URL_INVALID));
    }

    @Test
    void saysWhereOursComeAndUntilWhen() {
        assertThat(agreement("mdn: { signed: true }").awaited()).isEmpty();
        assertThat(agreement("mdn: { asynchronousAt: https://us.example/as2 }").awaited())
                .contains(new AwaitedReceipt(OURS, Duration.ofHours(1)));
        assertThat(
                        agreement("mdn: { asynchronousAt: https://us.example/as2, within: 20m }")
                                .awaited())
                .contains(new AwaitedReceipt(OURS, Duration.ofMinutes(20)));
    }

    @Test
    void awaitsNothingWithoutAnAddress() {
        assertThat(folders("mdn: { within: 20m }").check("bergmann").problems())
                .anySatisfy(p -> assertThat(p.explanation()).contains("asynchronousAt"));
        assertThat(folders("mdn: { asynchronousAt: us.example }").check("bergmann").problems())
                .anySatisfy(p -> assertThat(p.code()).isEqualTo(PartnerProblem.URL_INVALID));
    }

    private As2Agreement agreement(String mdn) {
        var partners = folders(mdn).partners();
        return partners.named("bergmann").orElseThrow().as2().orElseThrow();
    }

    private Folders folders(String mdn) {
        return new Folders(directory)
                .endpoint("erp")
                .as2Partner("bergmann", "BERGMANN", mdn)
                .certificate("bergmann/certs/bergmann.pem", As2Party.named("bergmann"));
    }
}
