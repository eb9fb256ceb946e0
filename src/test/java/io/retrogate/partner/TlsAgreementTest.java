package io.retrogate.partner;

import static io.retrogate.partner.Told.shortly;
import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.MovingClock;
import io.retrogate.as2.As2Party;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The certificates that {@code as2.tls} names: read, judged, and counted among those that end. */
@Timeout(60)
class TlsAgreementTest {

    private static final Duration LONG = Duration.ofDays(300);
    private static final String FILE = "acme/tls/acme.pem";

    @TempDir Path directory;
    private final As2Party party = Folders.party("tls", LONG);
    private Folders folders;

    @BeforeEach
    void startWithAPartner() {
        folders = new Folders(directory).endpoint("erp");
        names("client");
        folders.certificate("acme/certs/a.pem", Folders.party("signs", LONG));
    }

    @Test
    void admitsExactlyTheNamedOnesWhileTheyAreValid() throws Exception {
        As2Party next = Folders.party("next", Duration.ofDays(600));
        pem(party, next);

        TlsAgreement tls = agreed();

        Instant now = As2Party.NOW;
        assertThat(tls.admits(Optional.of(party.certificate()), now)).isTrue();
        assertThat(tls.admits(Optional.of(next.certificate()), now)).isTrue();
        assertThat(tls.admits(Optional.empty(), now)).isFalse();
        As2Party again = Folders.party("tls", LONG.plusDays(1));
        assertThat(again.keys()).isEqualTo(party.keys());
        assertThat(tls.admits(Optional.of(again.certificate()), now)).isFalse();
        Instant end = now.plus(LONG);
        assertThat(tls.admits(Optional.of(party.certificate()), end)).isTrue();
        assertThat(tls.admits(Optional.of(party.certificate()), end.plusSeconds(1))).isFalse();
        Instant begin = now.minus(Duration.ofDays(400));
        assertThat(tls.admits(Optional.of(party.certificate()), begin.minusSeconds(1))).isFalse();
    }

    @Test
    void asksForNothingWhereNoneIsAgreed() {
        assertThat(TlsAgreement.NONE.admits(Optional.empty(), As2Party.NOW)).isTrue();
        assertThat(TlsAgreement.NONE.admits(Optional.of(party.certificate()), As2Party.NOW))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"client", "server"})
    void isUselessWithoutAReadableFile(String key) throws Exception {
        names(key);
        assertThat(told()).containsExactly("PRT-016 agreement.yaml:10");
        folders.write(FILE, "");
        assertThat(told()).containsExactly("PRT-016 acme.pem:0");
        pem(party);
        assertThat(told()).isEmpty();
        folders.write(FILE, Pem.of(party.certificate()) + "-----BEGIN PRIVATE KEY-----\n");
        assertThat(told()).containsExactly("PRT-020 acme.pem:0");
    }

    @ParameterizedTest
    @CsvSource({"P300D, ''", "P20D, PRT-018", "PT-1S, PRT-017"})
    void saysWhenTheOnlyOneEnds(Duration left, String problem) throws Exception {
        pem(Folders.party("ends", left));

        assertThat(told())
                .isEqualTo(problem.isEmpty() ? List.of() : List.of(problem + " acme.pem:0"));
    }

    @ParameterizedTest
    @CsvSource({"P20D, PRT-018", "PT-1S, PRT-033"})
    void onlyWarnsOfOneBesideAnother(Duration left, String problem) throws Exception {
        pem(Folders.party("ends", left), party);

        assertThat(told()).containsExactly(problem + " acme.pem:0");
        assertThat(folders.check("acme").good()).isTrue();
    }

    @Test
    void letsOneWaitForItsTimeBesideAnother() throws Exception {
        Instant from = As2Party.NOW.plus(Duration.ofDays(3));
        pem(party, As2Party.valid("waits", from, from.plus(LONG)));

        assertThat(told()).isEmpty();
    }

    @Test
    void isCountedAmongTheCertificatesThatEndOnceOnly() throws Exception {
        As2Party both = Folders.party("both", Duration.ofDays(31));
        folders.certificate("acme/certs/a.pem", both);
        pem(both, party);
        var clock = new MovingClock(As2Party.NOW);

        var partners = folders.partners(clock);

        assertThat(partners.certificates().stream().filter(one -> !one.ours()))
                .extracting(CertificateInUse::certificate)
                .containsExactlyInAnyOrder(both.certificate(), party.certificate());
        assertThat(partners.problems()).isEmpty();
        clock.set(As2Party.NOW.plus(LONG).minus(Duration.ofDays(6)));
        partners.refresh();
        assertThat(shortly(partners.problems())).contains("PRT-018 acme.pem:0");
    }

    @Test
    void takesNoFileFromElsewhere() throws Exception {
        pem(party);
        folders.replace("acme/agreement.yaml", "tls/acme.pem", "../acme/tls/acme.pem");

        assertThat(told()).containsExactly("PRT-006 agreement.yaml:10");
    }

    @Test
    void readsWhatTheServerShowsAndWhatWeShow() throws Exception {
        folders.as2Partner("acme", "ACME", "tls: { server: tls/acme.pem, ours: OURS-TLS }");
        pem(party);

        TlsAgreement tls = agreed();

        assertThat(tls.server()).containsExactly(party.certificate());
        assertThat(tls.client()).isEmpty();
        assertThat(tls.ours()).contains("OURS-TLS");
    }

    @Test
    void hasAKeyPairOfOursForTheConnectionAndLooksAfterIt() throws Exception {
        folders.as2Partner("acme", "ACME", "tls: { ours: OURS-TLS }");

        var partners = folders.partners();

        var made = partners.identity("OURS-TLS").orElseThrow();
        assertThat(folders.keys.resolve("OURS-TLS.pem")).hasContent(Pem.of(made.certificate()));
        assertThat(partners.certificates().stream().filter(CertificateInUse::ours))
                .extracting(CertificateInUse::holder)
                .containsExactly("OURS-TLS", "RETROGATE");
        folders.write("../data/keys/OURS-TLS.p12", "broken");
        assertThat(shortly(folders.partners().problems())).contains("PRT-023 OURS-TLS.p12:0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"server: tls/acme.pem", "ours: OURS-TLS"})
    void isNoneWithoutTls(String line) throws Exception {
        folders.as2Partner("acme", "ACME", "tls: { " + line + " }");
        pem(party);
        folders.replace("acme/agreement.yaml", "https://as2.example", "http://as2.example");

        assertThat(told()).containsExactly("PRT-006 agreement.yaml:10");
    }

    private void names(String key) {
        folders.as2Partner("acme", "ACME", "tls: { " + key + ": tls/acme.pem }");
    }

    private TlsAgreement agreed() {
        return folders.partners().named("acme").flatMap(TradingPartner::as2).orElseThrow().tls();
    }

    private List<String> told() {
        return shortly(folders.check("acme").problems());
    }

    private void pem(As2Party... parties) throws Exception {
        StringBuilder pem = new StringBuilder();
        for (As2Party one : parties) {
            pem.append(Pem.of(one.certificate()));
        }
        folders.write(FILE, pem.toString());
    }
}
