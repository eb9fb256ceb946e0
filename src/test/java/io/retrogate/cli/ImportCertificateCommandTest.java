package io.retrogate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.retrogate.as2.As2Party;
import io.retrogate.as2.CertificateNames;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ImportCertificateCommandTest {

    private static final As2Party ACME = As2Party.named("acme");

    @TempDir private Path directory;
    private final Shell shell = new Shell();
    private Path folder;
    private Path file;

    @BeforeEach
    void startWithAPartner() throws Exception {
        folder = Files.createDirectories(directory.resolve("acme"));
        Files.writeString(folder.resolve("agreement.yaml"), "partner: acme\n");
        file = Files.write(directory.resolve("acme.cer"), ACME.certificate().getEncoded());
    }

    @Test
    void saysWhichOneItIsAndWhereItWasPut() throws Exception {
        assertThat(run()).isEqualTo(ExitCode.ACCEPTED);

        assertThat(shell.out().lines())
                .containsExactly(
                        "active: " + only(folder.resolve("certs")),
                        "  " + CertificateNames.of(ACME.certificate()),
                        "  SHA-256 " + CertificateNames.fingerprint(ACME.certificate()),
                        "  RSA 2048, valid from 2021-06-02T10:00:00Z to 2051-07-15T10:00:00Z");
    }

    @Test
    void saysItForPrograms() throws Exception {
        assertThat(run("--json", "--state", "announced")).isEqualTo(ExitCode.ACCEPTED);

        var line = new ObjectMapper().readTree(shell.out());
        assertThat(line.get("state").asText()).isEqualTo("announced");
        assertThat(line.get("subject").asText()).isEqualTo("CN=acme");
        assertThat(line.get("key").asText()).isEqualTo("RSA 2048");
        assertThat(line.get("file").asText())
                .isEqualTo(only(folder.resolve("certs/announced")).toString());
    }

    @Test
    void refusesWhatIsNoCertificateWithItsRemedy() throws Exception {
        Files.writeString(file, "nonsense");

        assertThat(run()).isEqualTo(ExitCode.REJECTED);
        assertThat(shell.out()).startsWith(file + ": PRT-016 ").contains("Replace the file");
        assertThat(folder.resolve("certs")).doesNotExist();
    }

    @Test
    void cannotReadWhatIsNotThere() throws Exception {
        Files.delete(file);
        assertThat(run()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(shell.err()).startsWith("CLI-001 Cannot read");

        assertThat(shell.run("partner", "import-certificate", directory.resolve("x"), file))
                .isEqualTo(ExitCode.UNUSABLE);
    }

    private int run(String... options) {
        var words = new java.util.ArrayList<Object>();
        words.addAll(java.util.List.of("partner", "import-certificate", folder, file));
        words.addAll(java.util.List.of(options));
        return shell.run(words.toArray());
    }

    private static Path only(Path folder) throws Exception {
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
    }
}
