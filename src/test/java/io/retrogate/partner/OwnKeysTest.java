package io.retrogate.partner;

import static io.retrogate.partner.Told.shortly;
import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.as2.As2Identity;
import io.retrogate.as2.As2Party;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateFactory;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class OwnKeysTest {

    @TempDir Path directory;
    private final Map<String, String> environment = new HashMap<>();
    private int elsewhere;

    @Test
    void makesAKeyOnceAndReadsItEverAfter() throws Exception {
        var made = keys().identity("RETROGATE");
        var read = keys().identity("RETROGATE");

        assertThat(read.certificate()).isEqualTo(made.certificate());
        assertThat(read.key()).isEqualTo(made.key());
        made.certificate().verify(made.certificate().getPublicKey());
        assertThat(((RSAPublicKey) made.certificate().getPublicKey()).getModulus().bitLength())
                .isEqualTo(1024);
        assertThat(made.certificate().getSubjectX500Principal().getName())
                .isEqualTo("CN=RETROGATE");
        assertThat(made.certificate().getNotAfter().toInstant())
                .isAfter(As2Party.NOW.plus(Duration.ofDays(3650)));
        assertThat(made.toString()).doesNotContain(made.key().toString());
    }

    @Test
    void keepsTheFormerKeyForWhoeverStillEncryptsToIt() throws Exception {
        var former = keys().identity("RETROGATE");
        var retiring = Files.createDirectories(keyDirectory().resolve("retiring"));
        Files.move(keyDirectory().resolve("RETROGATE.p12"), retiring.resolve("RETROGATE.p12"));

        var now = keys().identity("RETROGATE");

        assertThat(former.others()).isEmpty();
        assertThat(now.certificate()).isNotEqualTo(former.certificate());
        assertThat(now.others().get(0).key()).isEqualTo(former.key());
        assertThat(keys().identity("ELSE").others()).isEmpty();
    }

    @Test
    void decryptsForSeveralAndSignsWithTheActiveOneOnly() throws Exception {
        var announced = keyElsewhere("announced/RETROGATE.p12");
        var retiring = keyElsewhere("retiring/RETROGATE.p12");
        var before = keyElsewhere("retiring/RETROGATE~2024.p12");
        var retired = keyElsewhere("retired/RETROGATE~2019.p12");
        Files.writeString(path("retiring/RETROGATE.ELSE~1.p12"), "of another name");
        Files.writeString(path("retired/RETROGATE.p12"), "nonsense");
        var active = keyElsewhere("RETROGATE.p12");

        var identity = keys().identity("RETROGATE");

        assertThat(identity.key()).isEqualTo(active.key());
        assertThat(identity.others())
                .extracting(As2Identity::key)
                .containsExactly(announced.key(), retiring.key(), before.key());
        assertThat(identity.retired()).containsExactly(retired.certificate());
        assertThat(keyDirectory().resolve("announced/RETROGATE.pem")).exists();
        assertThat(keyDirectory().resolve("retiring/RETROGATE.pem")).doesNotExist();
    }

    @Test
    void takesInChangedFilesWithoutANewStart() throws Exception {
        var former = keyElsewhere("RETROGATE.p12");
        var keys = keys();
        keys.identity("RETROGATE");
        var next = keyElsewhere("announced/RETROGATE.p12");

        assertThat(keys.identity("RETROGATE").others()).hasSize(1);

        Files.createDirectories(keyDirectory().resolve("retiring"));
        Files.move(path("RETROGATE.p12"), path("retiring/RETROGATE.p12"));
        assertThat(keys.identity("RETROGATE").key()).isEqualTo(former.key());
        assertThat(problems(keys)).containsExactly("PRT-037 RETROGATE.p12:0");

        Files.move(path("announced/RETROGATE.p12"), path("RETROGATE.p12"));
        assertThat(keys.identity("RETROGATE").key()).isEqualTo(next.key());
        assertThat(keys.identity("RETROGATE").others())
                .extracting(As2Identity::key)
                .containsExactly(former.key());
        assertThat(problems(keys)).isEmpty();
    }

    @Test
    void keepsTheLastGoodKeyWhileTheFileIsBroken() throws Exception {
        var keys = keys();
        var good = keys.identity("RETROGATE");

        Files.writeString(path("RETROGATE.p12"), "nonsense");

        assertThat(keys.identity("RETROGATE").key()).isEqualTo(good.key());
        assertThat(problems(keys)).containsExactly("PRT-023 RETROGATE.p12:0");
    }

    @Test
    void makesNoKeyThatNobodyKnowsWhileOneIsAnnounced() throws Exception {
        var announced = keyElsewhere("announced/RETROGATE.p12");

        var keys = keys();

        assertThat(keys.identity("RETROGATE").key()).isEqualTo(announced.key());
        assertThat(path("RETROGATE.p12")).doesNotExist();
        assertThat(problems(keys)).containsExactly("PRT-037 RETROGATE.p12:0");
    }

    @Test
    void keepsSecretsFromEverybodyElse() throws Exception {
        keys().identity("RETROGATE");

        assertThat(mode(keyDirectory())).isEqualTo("rwx------");
        assertThat(mode(keyDirectory().resolve("RETROGATE.p12"))).isEqualTo("rw-------");
        assertThat(mode(keyDirectory().resolve("password"))).isEqualTo("rw-------");
        assertThat(Files.readString(keyDirectory().resolve("password"))).hasSize(43);
        try (var files = Files.list(keyDirectory())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("password", "RETROGATE.p12", "RETROGATE.pem");
        }
    }

    @Test
    void putsTheCertificateForThePartnersBesideTheKey() throws Exception {
        var identity = keys().identity("RETROGATE");

        byte[] pem = Files.readAllBytes(keyDirectory().resolve("RETROGATE.pem"));
        assertThat(
                        CertificateFactory.getInstance("X.509")
                                .generateCertificate(new ByteArrayInputStream(pem)))
                .isEqualTo(identity.certificate());
    }

    @Test
    void neverLeavesItsDirectoryWhateverTheName() {
        keys().identity("../../evil name*");

        assertThat(keyDirectory().resolve("%2E.%2F..%2Fevil+name%2A.p12")).exists();
    }

    @Test
    void agreesOnOneKeyWhenSeveralMakeItAtOnce() throws Exception {
        Callable<As2Identity> work = () -> keys().identity("RETROGATE");
        var pool = Executors.newFixedThreadPool(3);
        try {
            var certificates = new java.util.HashSet<Object>();
            for (var made : pool.invokeAll(List.of(work, work, work))) {
                certificates.add(made.get().certificate());
            }
            assertThat(certificates).hasSize(1);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void belongsToTheAgreementsThatUseTheName() {
        var folders = new Folders(directory).endpoint("erp");
        folders.as2Partner("acme", "ACME", "")
                .certificate("acme/certs/a.pem", Folders.party("p", Duration.ofDays(300)));

        var partners = folders.partners();

        assertThat(partners.identity("RETROGATE")).isPresent();
        assertThat(partners.identity("ACME")).isEmpty();
    }

    @Test
    void makesNoKeyWhenAFolderIsOnlyChecked() {
        var folders = new Folders(directory).endpoint("erp");
        folders.as2Partner("acme", "ACME", "")
                .certificate("acme/certs/a.pem", Folders.party("p", Duration.ofDays(300)));

        assertThat(folders.check("acme").good()).isTrue();
        assertThat(folders.keys).doesNotExist();
    }

    @Test
    void doesNotTakeAPartnerIntoUseWithoutOurKey() throws Exception {
        var folders = new Folders(directory).endpoint("erp");
        folders.as2Partner("acme", "ACME", "")
                .certificate("acme/certs/a.pem", Folders.party("p", Duration.ofDays(300)));
        Files.createDirectories(folders.keys);
        Files.writeString(folders.keys.resolve("RETROGATE.p12"), "nonsense");

        var partners = folders.partners();

        assertThat(partners.partners()).isEmpty();
        assertThat(partners.endpoints()).hasSize(1);
        assertThat(shortly(partners.problems())).containsExactly("PRT-023 RETROGATE.p12:0");
    }

    private OwnKeys keys() {
        return new OwnKeys(keyDirectory(), environment::get, Folders.CLOCK, 1024);
    }

    /** Another key than the ones before, encrypted by the same password. */
    private As2Identity keyElsewhere(String file) throws Exception {
        environment.put("RETROGATE_KEYS_PASSWORD", MadeKeys.PASSWORD);
        return MadeKeys.put(elsewhere++, path(file));
    }

    private static List<String> problems(OwnKeys keys) {
        return shortly(keys.look("RETROGATE").problems());
    }

    private Path path(String file) {
        return keyDirectory().resolve(file);
    }

    private Path keyDirectory() {
        return directory.resolve("data/keys");
    }

    private static String mode(Path file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
