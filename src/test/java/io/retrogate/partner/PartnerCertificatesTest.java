package io.retrogate.partner;

import static io.retrogate.partner.Told.shortly;
import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.as2.As2Certificates;
import io.retrogate.as2.As2Certificates.Held;
import io.retrogate.as2.As2Party;
import io.retrogate.as2.CertificateState;
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
    void alreadyVerifiesTheAnnouncedOneAndStillEncryptsToTheActiveOne() {
        withBoth("next", "announced", "old", "active");

        assertThat(usable()).containsExactly(old.certificate(), next.certificate());
        assertThat(certificates().encrypting(As2Party.NOW)).contains(old.certificate());
    }

    @Test
    void doesNotUseARetiredOne() {
        withBoth("old", "retired", "next", "active");

        assertThat(usable()).containsExactly(next.certificate());
        assertThat(certificates().all())
                .contains(new Held(old.certificate(), CertificateState.RETIRED));
    }

    @Test
    void takesTheStateFromTheFolder() {
        As2Party before = Folders.party("before", LONG);
        As2Party first = Folders.party("first", LONG);
        folders.certificate("acme/certs/retired/first.pem", first)
                .certificate("acme/certs/retiring/before.pem", before)
                .certificate("acme/certs/old.pem", old)
                .certificate("acme/certs/announced/next.pem", next);

        assertThat(certificates().all())
                .containsExactly(
                        new Held(old.certificate(), CertificateState.ACTIVE),
                        new Held(next.certificate(), CertificateState.ANNOUNCED),
                        new Held(before.certificate(), CertificateState.RETIRING),
                        new Held(first.certificate(), CertificateState.RETIRED));
    }

    @Test
    void takesTheStateFromTheFolderForWhatTheListDoesNotName() {
        folders.as2Partner("acme", "ACME", listed("old", "active"))
                .certificate("acme/certs/old.pem", old)
                .certificate("acme/certs/announced/next.pem", next);

        assertThat(usable()).containsExactly(old.certificate(), next.certificate());
    }

    @Test
    void doesNotMindARetiredOneThatCannotBeRead() {
        folders.certificate("acme/certs/old.pem", old)
                .write("acme/certs/retired/first.pem", "nonsense");

        assertThat(usable()).containsExactly(old.certificate());
    }

    @Test
    void keepsThePartnerForTheOneThatIsStillValid() {
        As2Party expired = Folders.party("expired", Duration.ofSeconds(-1));
        folders.certificate("acme/certs/old.pem", expired)
                .certificate("acme/certs/announced/next.pem", next);

        assertThat(problems()).containsExactly("PRT-033 old.pem:0");
        assertThat(folders.check("acme").good()).isTrue();
    }

    @Test
    void waitsForAnAnnouncedOneThatIsNotYetValidButNotForOneThatHasExpired() {
        var later = As2Party.valid("p", As2Party.NOW.plusSeconds(1), As2Party.NOW.plus(LONG));
        folders.certificate("acme/certs/old.pem", old)
                .certificate("acme/certs/announced/next.pem", later);
        assertThat(problems()).isEmpty();

        folders.certificate(
                "acme/certs/announced/next.pem", Folders.party("p", Duration.ofSeconds(-1)));
        assertThat(problems()).containsExactly("PRT-033 next.pem:0");
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

    @Test
    void takesAKeyOnACurve() throws Exception {
        var random = new java.security.SecureRandom();
        var curve = SelfSigned.make("curve", KeyType.P_256, As2Party.NOW, random);
        var keys = new java.security.KeyPair(curve.certificate().getPublicKey(), curve.key());
        folders.certificate("acme/certs/a.pem", new As2Party("curve", keys, curve.certificate()));

        assertThat(problems()).isEmpty();
        assertThat(certificates().encrypting(As2Party.NOW)).contains(curve.certificate());
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

    private As2Certificates certificates() {
        var partner = folders.check("acme").partner().orElseThrow();
        return partner.as2().orElseThrow().certificates();
    }

    private List<java.security.cert.X509Certificate> usable() {
        var check = folders.check("acme");
        assertThat(check.problems()).isEmpty();
        return certificates().verifying();
    }
}
