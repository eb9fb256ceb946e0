package io.retrogate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetrogateCommandTest {

    private final Shell shell = new Shell();

    @Test
    void runsTheGatewayWithoutACommand() {
        assertThat(shell.run()).isZero();
        assertThat(shell.run("--data", "/d")).isZero();
        assertThat(shell.run("run", "--data", "/d", "--set", "server.port=8081")).isZero();

        assertThat(shell.launched)
                .containsExactly("run .retrogate {}", "run /d {}", "run /d {server.port=8081}");
    }

    @Test
    void returnsWhatTheDemonstrationReturns() {
        assertThat(shell.run("demo")).isEqualTo(3);
        assertThat(shell.run("demo", "--once")).isEqualTo(3);

        assertThat(shell.launched).containsExactly("demo STAY_UP {}", "demo END {}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "validat a.edi",
                "validate",
                "validate --jsn a.edi",
                "acknowledge --control-number x a.edi",
                "acknowledge --control-number 0 a.edi",
                "acknowledge --time yesterday a.edi",
                "acknowledge a.edi b.edi",
                "partner",
                "partner check",
                "partner import-certificate routes/acme",
                "partner import-certificate routes/acme a.pem --state old",
                "keys",
                "keys new",
                "keys new --name X --type rsa-1024",
                "keys new --name \u00e4"
            })
    void explainsWrongUse(String line) {
        assertThat(shell.run((Object[]) line.split(" "))).isEqualTo(ExitCode.USAGE);
        assertThat(shell.out()).isEmpty();
        assertThat(shell.err()).contains("Use it like this: retrogate", "--help' says more.");
        assertThat(shell.launched).isEmpty();
    }

    @Test
    void suggestsTheCommandThatWasMeant() {
        shell.run("validat");

        assertThat(shell.err()).contains("retrogate validate");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run",
                "demo",
                "validate",
                "translate",
                "acknowledge",
                "partner check",
                "partner import-certificate",
                "keys new",
                "keys list",
                "keys export",
                "keys activate"
            })
    void helpsWithAnExample(String command) {
        assertThat(shell.run((Object[]) (command + " --help").split(" "))).isZero();
        assertThat(shell.out()).contains("Example:", "  retrogate " + command, "70");
    }

    @Test
    void givesACrashItsOwnCodeAndAnId(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("a.edi"), "boom");

        assertThat(shell.run("validate", file)).isEqualTo(ExitCode.CRASH);
        assertThat(shell.err()).startsWith("CLI-003 ").contains("IllegalStateException: boom");
    }
}
