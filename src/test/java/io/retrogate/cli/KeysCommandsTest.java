package io.retrogate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** From the first key to the next one, as an operator types it. */
@Timeout(60)
class KeysCommandsTest {

    @TempDir private Path data;
    private Shell shell = new Shell();

    @Test
    void makesAnActiveKeyOfTheUsualKindAndPrintsWhichOneItIs() throws Exception {
        assertThat(run("new", "--name", "OURS")).isEqualTo(ExitCode.ACCEPTED);

        assertThat(shell.out())
                .startsWith("OURS, active: " + data.resolve("keys/OURS.p12"))
                .contains(
                        "CN=OURS, serial ",
                        "SHA-256 ",
                        "RSA 3072, valid from 2026-02-02T09:30:59Z");
        assertThat(mode("keys/OURS.p12")).isEqualTo("rw-------");
        assertThat(data.resolve("keys/OURS.pem")).exists();
        assertThat(data.resolve("keys/password")).exists();
    }

    @Test
    void changesTheKeyFromAnnouncedToActiveToRetiring() throws Exception {
        run("new", "--name", "OUR NAME", "--type", "rsa-2048");
        var first = exported("active");
        run("new", "--name", "OUR NAME", "--type", "p-256");
        var next = exported("announced");
        assertThat(next.getPublicKey().getAlgorithm()).isEqualTo("EC");
        assertThat(states()).containsExactly("OUR NAME announced", "OUR NAME active");
        assertThat(exported("active")).isEqualTo(first);

        assertThat(run("activate", "--name", "OUR NAME")).isEqualTo(ExitCode.ACCEPTED);

        assertThat(exported("active")).isEqualTo(next);
        assertThat(exported("retiring")).isEqualTo(first);
        assertThat(states()).containsExactly("OUR NAME active", "OUR NAME retiring");
        assertThat(certificate(Files.readString(data.resolve("keys/OUR+NAME.pem"))))
                .isEqualTo(next);
        assertThat(data.resolve("keys/announced/OUR+NAME.pem")).doesNotExist();
    }

    @Test
    void refusesASecondKeyOfAStateAndSaysWhatToDo() {
        run("new", "--name", "X", "--type", "p-256");
        run("new", "--name", "X", "--type", "p-256");

        assertThat(run("new", "--name", "X", "--type", "p-256")).isEqualTo(ExitCode.REJECTED);
        assertThat(shell.err()).startsWith("PRT-039 ").contains("retrogate keys activate");

        assertThat(run("new", "--name", "X", "--state", "active")).isEqualTo(ExitCode.REJECTED);
        assertThat(shell.err()).startsWith("PRT-039 ");
    }

    @Test
    void refusesToActivateWhatIsNotAnnouncedAndToExportWhatIsNotThere() {
        run("new", "--name", "X", "--type", "p-256");

        assertThat(run("activate", "--name", "X")).isEqualTo(ExitCode.REJECTED);
        assertThat(shell.err()).startsWith("PRT-040 ");
        assertThat(run("export", "--name", "Y")).isEqualTo(ExitCode.REJECTED);
        assertThat(shell.err()).startsWith("CLI-009 ");
        assertThat(shell.out()).isEmpty();
    }

    @Test
    void saysThatThePasswordIsWrong() throws Exception {
        run("new", "--name", "X", "--type", "p-256");
        Files.writeString(data.resolve("keys/password"), "another");

        assertThat(run("list")).isEqualTo(ExitCode.REJECTED);
        assertThat(shell.err())
                .startsWith("PRT-034 ")
                .contains("RETROGATE_KEYS_PASSWORD_FILE")
                .doesNotContain("another");
    }

    @Test
    void listsNothingWhereThereIsNothing() {
        assertThat(run("list")).isEqualTo(ExitCode.ACCEPTED);
        assertThat(shell.out()).isEmpty();
        assertThat(data.resolve("keys")).doesNotExist();
    }

    private int run(String... words) {
        shell = new Shell();
        var all = new ArrayList<Object>(List.of("keys"));
        all.addAll(List.of(words));
        all.addAll(List.of("--data", data));
        return shell.run(all.toArray());
    }

    private X509Certificate exported(String state) throws Exception {
        run("export", "--name", "OUR NAME", "--state", state);
        return certificate(shell.out());
    }

    private static X509Certificate certificate(String pem) throws Exception {
        var bytes = new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII));
        return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(bytes);
    }

    private List<String> states() throws Exception {
        run("list", "--json");
        var states = new ArrayList<String>();
        for (String line : shell.out().lines().toList()) {
            JsonNode key = new ObjectMapper().readTree(line);
            states.add(key.get("name").asText() + " " + key.get("state").asText());
            assertThat(key.get("sha256").asText()).matches("([0-9A-F]{2}:){31}[0-9A-F]{2}");
        }
        return states;
    }

    private String mode(String file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(file)));
    }
}
