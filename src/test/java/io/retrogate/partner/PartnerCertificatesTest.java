package io.retrogate.partner;

import static io.retrogate.partner.Told.shortly;
import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.as2.As2Party;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PartnerCertificatesTest {

    private static final Duration LONG = Duration.ofDays(300);

    @TempDir Path directory;
    private Folders folders;
    private final As2Party old = Folders.party("old", LONG);
    private final As2Party next = Folders.party("next", LONG);

    @BeforeEach
    void startWithAnEndpointAndAPartner() {
        folders = new Folders(directory).endpoint("erp").as2Partner("acme", "ACME", "");
    }

    @Test
    void takesTheOnlyOneAsActive() {
        folders.certificate("acme/certs/old.pem", old);

        assertThat(usable()).containsExactly(old.certificate());
    }

    @Test
    void encryptsToTheActiveOneAndStillVerifiesTheRetiringOne() {
        withBoth("old", "retiring", "next", "active");

        assertThat(usable()).containsExactly(next.certificate(), old.certificate());
    }

    @Test
    void doesNotUseAnAnnouncedOrARetiredOne() {
        withBoth("old", "active", "next", "announced");
        assertThat(usable()).containsExactly(old.certificate());

        withBoth("old", "retired", "next", "active");
        assertThat(usable()).containsExactly(next.certificate());
    }

    @Test
    void wantsExactlyOneActive() {
        withBoth("old", "active", "next", "active");
        assertThat(problems()).containsExactly("PRT-021 agreement.yaml:10");

        withBoth("old", "retiring", "next", "announced");
        assertThat(problems()).containsExactly("PRT-021 agreement.yaml:10");

        folders.as2Partner("acme", "ACME", "");
        assertThat(problems()).containsExactly("PRT-021 agreement.yaml:6");
    }

    @Test
    void saysThatThereIsNone() {
        assertThat(problems()).containsExactly("PRT-015 certs:0");
    }

    @Test
    void saysThatAListedFileIsMissingAndAnotherOneUnused() {
        folders.as2Partner("acme", "ACME", listed("old", "active"))
                .certificate("acme/certs/other.pem", next);

        assertThat(problems()).containsExactly("PRT-027 other.pem:0", "PRT-015 agreement.yaml:11");
    }

    @Test
    void refusesAFileListedTwiceAndAnAnnouncedOneThatIsMissing() {
        folders.certificate("acme/certs/old.pem", old);
        folders.as2Partner(
                "acme",
                "ACME",
                listed("old", "active") + entry("old", "active") + entry("next", "announced"));

        assertThat(problems())
                .containsExactly("PRT-006 agreement.yaml:12", "PRT-015 agreement.yaml:13");
    }

    @Test
    void refusesWhatIsNoCertificate() {
        folders.write("acme/certs/a.pem", "-----BEGIN CERTIFICATE-----\nAAAA\n");

        assertThat(problems()).containsExactly("PRT-016 a.pem:0");
    }

    @Test
    void refusesAPrivateKey() {
        folders.certificate("acme/certs/a.pem", old)
                .write("acme/certs/a.pem", "-----BEGIN PRIVATE KEY-----\nAAAA\n");

        assertThat(problems()).containsExactly("PRT-020 a.pem:0");
    }

    @Test
    void refusesAnExpiredOneAndOneThatIsNotYetValid() {
        folders.certificate("acme/certs/a.pem", Folders.party("p", Duration.ofSeconds(-1)));
        assertThat(problems()).containsExactly("PRT-017 a.pem:0");

        var later = As2Party.valid("p", As2Party.NOW.plusSeconds(1), As2Party.NOW.plus(LONG));
        folders.certificate("acme/certs/a.pem", later);
        assertThat(problems()).containsExactly("PRT-017 a.pem:0");
    }

    @Test
    void warnsThirtyDaysBeforeOneExpires() {
        folders.certificate("acme/certs/a.pem", Folders.party("p", Duration.ofDays(29)));
        assertThat(problems()).containsExactly("PRT-018 a.pem:0");
        assertThat(folders.check("acme").good()).isTrue();

        folders.certificate("acme/certs/a.pem", Folders.party("p", Duration.ofDays(31)));
        assertThat(problems()).isEmpty();
    }

    @Test
    void refusesAShortKey() throws Exception {
        var weak = SelfSigned.make("weak", 1024, As2Party.NOW, new java.security.SecureRandom());
        var keys = new java.security.KeyPair(weak.certificate().getPublicKey(), weak.key());
        folders.certificate("acme/certs/a.pem", new As2Party("weak", keys, weak.certificate()));

        assertThat(problems()).containsExactly("PRT-019 a.pem:0");
    }

    private void withBoth(String one, String state, String two, String otherState) {
        folders.as2Partner("acme", "ACME", listed(one, state) + entry(two, otherState))
                .certificate("acme/certs/old.pem", old)
                .certificate("acme/certs/next.pem", next);
    }

    private static String listed(String name, String state) {
        return "certificates:\n" + entry(name, state);
    }

    private static String entry(String name, String state) {
        return "  - { file: certs/%s.pem, state: %s }\n".formatted(name, state);
    }

    private List<String> problems() {
        return shortly(folders.check("acme").problems());
    }

    private List<java.security.cert.X509Certificate> usable() {
        var check = folders.check("acme");
        assertThat(check.problems()).isEmpty();
        return check.partner().orElseThrow().as2().orElseThrow().certificates();
    }
}
