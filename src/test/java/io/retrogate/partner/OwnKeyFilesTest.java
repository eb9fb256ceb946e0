package io.retrogate.partner;

import static io.retrogate.partner.Told.shortly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Where the password comes from, and what is said of files that are not as they should be. */
@Timeout(60)
class OwnKeyFilesTest {

    @TempDir Path directory;
    private final Map<String, String> environment = new HashMap<>();

    @Test
    void takesThePasswordFromTheEnvironment() {
        environment.put("RETROGATE_KEYS_PASSWORD", "from outside");
        var made = keys().identity("RETROGATE");

        assertThat(keyDirectory().resolve("password")).doesNotExist();
        assertThat(keys().identity("RETROGATE").key()).isEqualTo(made.key());

        environment.put("RETROGATE_KEYS_PASSWORD", "another");
        assertThatThrownBy(() -> keys().identity("RETROGATE"))
                .hasMessageStartingWith("PRT-034")
                .hasMessageNotContaining("another");
    }

    @Test
    void takesThePasswordFromTheFileThatTheEnvironmentNames() throws Exception {
        Path secret = Files.writeString(directory.resolve("secret"), "from a file\n");
        environment.put("RETROGATE_KEYS_PASSWORD_FILE", secret.toString());
        var made = keys().identity("RETROGATE");

        assertThat(path("password")).doesNotExist();
        environment.clear();
        environment.put("RETROGATE_KEYS_PASSWORD", "from a file");
        assertThat(keys().identity("RETROGATE").key()).isEqualTo(made.key());
    }

    @Test
    void saysThatThePasswordFileIsMissingOrEmpty() throws Exception {
        Path secret = directory.resolve("secret");
        environment.put("RETROGATE_KEYS_PASSWORD_FILE", secret.toString());
        assertThatThrownBy(() -> keys().identity("RETROGATE"))
                .hasMessage("PRT-034 " + secret + " cannot be read (NoSuchFileException)");

        Files.writeString(secret, " \n");
        assertThatThrownBy(() -> keys().identity("RETROGATE"))
                .hasMessage("PRT-034 " + secret + " is empty");
        assertThat(path("RETROGATE.p12")).doesNotExist();
    }

    @Test
    void saysThatAFileHoldsNoKeyOrSeveral() throws Exception {
        environment.put("RETROGATE_KEYS_PASSWORD", "word");
        var party = Folders.party("p", Duration.ofDays(300));
        Files.createDirectories(keyDirectory());
        store(store -> store.setCertificateEntry("only", party.certificate()));
        assertThatThrownBy(() -> keys().identity("RETROGATE"))
                .hasMessageStartingWith("PRT-035")
                .hasMessageContaining("holds 0 private keys");

        Certificate[] chain = {party.certificate()};
        char[] word = "word".toCharArray();
        store(
                store -> {
                    store.setKeyEntry("a", party.keys().getPrivate(), word, chain);
                    store.setKeyEntry("b", party.keys().getPrivate(), word, chain);
                });
        assertThatThrownBy(() -> keys().identity("RETROGATE"))
                .hasMessageStartingWith("PRT-035")
                .hasMessageContaining("holds 2 private keys");
    }

    @Test
    void warnsOfAKeyAndAPasswordThatOthersMayRead() throws Exception {
        var keys = keys();
        keys.identity("RETROGATE");
        assertThat(problems(keys)).isEmpty();

        Files.setPosixFilePermissions(
                path("RETROGATE.p12"), PosixFilePermissions.fromString("rw-r-----"));
        Files.setPosixFilePermissions(
                path("password"), PosixFilePermissions.fromString("rw----r--"));

        assertThat(problems(keys)).containsExactly("PRT-036 RETROGATE.p12:0", "PRT-036 password:0");
    }

    private interface Filling {
        void fill(KeyStore store) throws Exception;
    }

    private void store(Filling filling) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        filling.fill(store);
        try (var out = Files.newOutputStream(path("RETROGATE.p12"))) {
            store.store(out, "word".toCharArray());
        }
    }

    private static List<String> problems(OwnKeys keys) {
        return shortly(keys.look("RETROGATE").problems());
    }

    private OwnKeys keys() {
        return new OwnKeys(keyDirectory(), environment::get, Folders.CLOCK, 1024);
    }

    private Path path(String file) {
        return keyDirectory().resolve(file);
    }

    private Path keyDirectory() {
        return directory.resolve("data/keys");
    }
}
