package io.retrogate.demo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.retrogate.peer.OpenSshServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The packaged jar and three partners on OpenSSH's own server; one of them has another host key.
 */
@Tag("e2e")
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenSshPartnerIT {

    private static final String GLN = "4012345000009";
    private static final byte[] ANNOUNCEMENT = Samples.received("edifact/retann/d01b-accepted");

    private static final String PASSPHRASE_FILE =
            "\n      - { name: passphraseFile, value: passphrase }";

    private final Path home = CrashIT.folder("openssh");
    private CountingErp erp;
    private OpenSshServer server;
    private GatewayProcess gateway;

    @BeforeAll
    void open() throws Exception {
        assumeTrue(OpenSshServer.installed(), "skipped: apt-get install openssh-server");
        Files.createDirectories(home.resolve("sshd"));
        server = OpenSshServer.start(home.resolve("sshd"));
        erp = new CountingErp();
        var settings = new HashMap<String, String>();
        settings.put("retrogate.routes", home.resolve("routes").toString());
        settings.put("retrogate.demo.erp.url", erp.url().toString());
        settings.put("logging.level.root", "warn");
        settings.put("logging.level.io.retrogate.receive", "info");
        folder("edward", "4012345000016", server.login("ed25519", ""), "", settings);
        folder(
                "rosa",
                "4012345000023",
                server.login("rsa", "open sesame"),
                "open sesame",
                settings);
        folder("wanda", "4012345000030", server.login("ecdsa", ""), "", settings);
        Files.writeString(home.resolve("routes/wanda/known_hosts"), server.wrongHost());
        copy("erp/endpoint.yaml");
        gateway =
                GatewayProcess.start(
                        CrashScene.thisJava(),
                        home.resolve("data"),
                        GatewayProcess.freePort(),
                        settings);
        assertThat(gateway.ready()).as(gateway.log()).isTrue();
    }

    /** Nordwind's folder under another name, which logs in with a key. */
    private void folder(
            String name, String gln, Path key, String passphrase, Map<String, String> settings)
            throws IOException {
        var folder = Files.createDirectories(home.resolve("routes").resolve(name));
        for (var file : List.of("agreement.yaml", "receive.camel.yaml", "deliver.camel.yaml")) {
            var text = Files.readString(Path.of("routes/nordwind").resolve(file));
            Files.writeString(
                    folder.resolve(file),
                    text.replace("nordwind", name)
                            .replace(GLN, gln)
                            .replace("to: [erp, threepl]", "to: [erp]")
                            .replace("value: out", "value: " + name + "/out")
                            .replace("folder, value: in", "folder, value: " + name + "/in")
                            .replaceAll(
                                    "(?m)^.*passwordFile.*$",
                                    "      - { name: keyFile, value: "
                                            + key
                                            + " }"
                                            + (passphrase.isEmpty() ? "" : PASSPHRASE_FILE)));
        }
        Files.writeString(folder.resolve("passphrase"), passphrase + "\n");
        Files.writeString(folder.resolve("known_hosts"), server.knownHost());
        var prefix = "retrogate.demo." + name + ".";
        settings.put(prefix + "host", "127.0.0.1");
        settings.put(prefix + "port", Integer.toString(server.port()));
        settings.put(prefix + "user", OpenSshServer.user());
        settings.put(prefix + "delay", "300");
        Files.createDirectories(server.files().resolve(name + "/out/done"));
        Files.createDirectories(server.files().resolve(name + "/in"));
    }

    private void copy(String file) throws IOException {
        var target = home.resolve("routes").resolve(file);
        Files.createDirectories(target.getParent());
        Files.copy(Path.of("routes").resolve(file), target);
    }

    @AfterAll
    void close() throws Exception {
        for (var part : new AutoCloseable[] {gateway, server, erp}) {
            if (part != null) {
                part.close();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"edward, 4012345000016", "rosa, 4012345000023"})
    void takesAFileWithAKeyMovesItAndPutsItsAnswerThere(String name, String gln) throws Exception {
        offer(name, "whole.edi", document(gln, name));

        var transmission = gateway.await("NW-" + name, "SETTLED");

        assertThat(transmission.get("channel").asText()).isEqualTo("SFTP");
        var out = server.files().resolve(name + "/out");
        soon().until(() -> Files.exists(out.resolve("done/whole.edi")));
        assertThat(out.resolve("whole.edi")).doesNotExist();
        soon().until(() -> erp.effects.containsValue("NW-" + name));
        assertThat(erp.posts.get("NW-" + name).get()).isEqualTo(1);
        soon().until(() -> !answers(name).isEmpty());
        assertThat(answers(name)).hasSize(1);
        assertThat(Files.readString(answers(name).get(0), ISO_8859_1)).contains("UCI+", "+7'");
    }

    @Test
    void leavesATruncatedFileWhereItIs() throws Exception {
        var whole = document("4012345000016", "cut");
        offer("edward", "cut.edi", whole.substring(0, whole.indexOf("UNZ+")));

        soon().until(() -> gateway.log().contains("edward cut.edi"));

        assertThat(gateway.log()).contains("problem=\"RCV-201\"");
        assertThat(server.files().resolve("edward/out/cut.edi")).exists();
        assertThat(gateway.api("/api/transmissions?search=cut.edi").get("items")).isEmpty();

        offer("edward", "cut.edi", whole);
        gateway.await("NW-cut", "SETTLED");
    }

    @Test
    void takesNothingFromAServerWithAnotherHostKey() throws Exception {
        offer("wanda", "whole.edi", document("4012345000030", "wanda"));

        soon().until(() -> gateway.log().contains("partner=\"wanda\" problem=\"RCV-202\""));

        assertThat(server.files().resolve("wanda/out/whole.edi")).exists();
        assertThat(gateway.api("/api/transmissions?search=whole.edi").get("items").toString())
                .doesNotContain("wanda");
    }

    private static String document(String gln, String number) {
        return new String(ANNOUNCEMENT, ISO_8859_1)
                .replace(GLN, gln)
                .replace("NW0000001", "NW" + number)
                .replace("NW-RA-7001", "NW-" + number);
    }

    private void offer(String name, String file, String text) throws IOException {
        var out = server.files().resolve(name + "/out");
        var hidden = Files.writeString(out.resolve(file + ".part"), text, ISO_8859_1);
        Files.move(hidden, out.resolve(file), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private List<Path> answers(String name) throws IOException {
        try (var files = Files.list(server.files().resolve(name + "/in"))) {
            return files.filter(file -> !file.getFileName().toString().startsWith(".")).toList();
        }
    }

    private static ConditionFactory soon() {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200));
    }
}
