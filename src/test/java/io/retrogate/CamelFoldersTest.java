package io.retrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.retrogate.deliver.DeliverTemplates;
import io.retrogate.receive.ReceiveTemplates;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class CamelFoldersTest {

    private static final String ECHO =
            """
            - route:
                id: %1$s-echo
                from:
                  uri: direct:%1$s-echo
                  steps:
                    - setBody:
                        constant: "%2$s"
            """;

    @TempDir Path directory;
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final Map<String, String> properties = new HashMap<>();
    private CamelFolders folders;

    @BeforeEach
    void start() throws Exception {
        folders = new CamelFolders(camel, new DeliverTemplates().all(), properties::get);
        camel.getPropertiesComponent().addPropertiesSource(new Surroundings(properties::get));
        camel.start();
        folders.open();
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    private Path folder(String name, String yaml) throws Exception {
        Path folder = Files.createDirectories(directory.resolve("routes").resolve(name));
        Files.writeString(folder.resolve("free.camel.yaml"), yaml);
        return folder;
    }

    private String ask(String route) {
        return camel.createProducerTemplate()
                .requestBody("direct:" + route + "?block=false", "", String.class);
    }

    @Test
    void replacesOnlyTheRoutesOfOneFolder() throws Exception {
        folders.activate(folder("acme", ECHO.formatted("acme", "one")));
        folders.activate(folder("nordwind", ECHO.formatted("nordwind", "other")));
        var untouched = camel.getRoute("nordwind-echo");
        folders.activate(folder("acme", ECHO.formatted("acme", "two")));
        assertThat(ask("acme-echo")).isEqualTo("two");
        assertThat(ask("nordwind-echo")).isEqualTo("other");
        assertThat(camel.getRoute("nordwind-echo")).isSameAs(untouched);
    }

    @Test
    void keepsTheLastGoodRoutesWhenTheNewOnesDoNotStart() throws Exception {
        folders.activate(folder("acme", ECHO.formatted("acme", "one")));
        Path broken =
                folder(
                        "acme",
                        ECHO.formatted("acme", "two")
                                .replace(":acme-echo", ":acme-echo?nonsense=1"));
        assertThatThrownBy(() -> folders.activate(broken)).hasMessageStartingWith("CML-001");
        assertThat(ask("acme-echo")).isEqualTo("one");
    }

    @Test
    void withdrawsAFolder() throws Exception {
        Path acme = folder("acme", ECHO.formatted("acme", "one"));
        folders.activate(acme);
        folders.withdraw(acme);
        folders.withdraw(acme);
        assertThat(camel.getRoute("acme-echo")).isNull();
    }

    @Test
    void findsProblemsWithoutTouchingWhatRuns() throws Exception {
        assertThat(folders.check(folder("acme", ECHO.formatted("acme", "one")))).isEmpty();
        assertThat(ids(ECHO.formatted("acme", "one").replace("steps", "stepz")))
                .containsExactly("CML-001");
        assertThat(ids("- route: [")).containsExactly("CML-001");
        assertThat(ids(ECHO.formatted("nordwind", "one"))).containsExactly("CML-003");
        assertThat(ids(ECHO.formatted("acme", "1").replace(":acme-echo", ":acme-echo?nonsense=1")))
                .containsExactly("CML-001");
        assertThat(camel.getRoutes()).isEmpty();
    }

    private List<String> ids(String yaml) throws Exception {
        return folders.check(folder("acme", yaml)).stream().map(p -> p.code().id()).toList();
    }

    @Test
    void saysWhichParameterOrFileIsMissing() throws Exception {
        String yaml = Files.readString(Path.of("routes/nordwind/deliver.camel.yaml"));
        Path folder = folder("nordwind", yaml);
        assertThat(folders.check(folder))
                .singleElement()
                .satisfies(p -> assertThat(p.code().id()).isEqualTo("CML-002"))
                .satisfies(p -> assertThat(p.explanation()).contains("passwordFile is"));
        Path misspelt = folder("nordwind", yaml.replace("name: folder", "name: foldr"));
        properties.put("retrogate.demo.nordwind.password-file", "free.camel.yaml");
        properties.put("retrogate.demo.nordwind.known-hosts", "free.camel.yaml");
        assertThat(folders.check(misspelt))
                .singleElement()
                .satisfies(p -> assertThat(p.line()).isEqualTo(11))
                .satisfies(p -> assertThat(p.explanation()).contains("parameter foldr is unknown"));
    }

    @ParameterizedTest
    @CsvSource({
        "after, burn, 'is move, delete or keep, not ''burn'''",
        "done, ' ', 'is empty, so a file would move onto itself'",
        "include, '[', 'is no pattern: ''['''",
        "include, ' ', 'is empty, so no file would ever come'",
        "exclude, '{', 'is no pattern: ''{'''",
        "nested, maybe, 'is true or false, not ''maybe'''",
        "delay, soon, 'is a time like 30s or 1h, not ''soon'''",
        "delay, 0, 'is a time like 30s or 1h, not ''0'''",
        "incompleteAfter, never, 'is a time like 30s or 1h, not ''never'''",
        "through, nordwind, 'names a route of this folder, not ''nordwind'''",
    })
    void saysWhichParameterIsWrongAndWhere(String name, String value, String why) throws Exception {
        properties.put("retrogate.demo.nordwind.password-file", "free.camel.yaml");
        properties.put("retrogate.demo.nordwind.known-hosts", "free.camel.yaml");
        String yaml =
                Files.readString(Path.of("routes/nordwind/receive.camel.yaml"))
                        .replaceAll("(?m)^.*name: delay.*\\R", "");
        String parameter = "      - { name: " + name + ", value: \"" + value + "\" }\n";
        var receive = new ReceiveTemplates(null, null, p -> {}, null, directory);
        var both = new CamelFolders(camel, receive.all(), properties::get);

        assertThat(both.check(folder("nordwind", yaml))).isEmpty();
        assertThat(both.check(folder("nordwind", yaml + parameter)))
                .singleElement()
                .satisfies(p -> assertThat(p.code().id()).isEqualTo("RCV-206"))
                .satisfies(p -> assertThat(p.line()).isEqualTo(yaml.lines().count() + 1))
                .satisfies(p -> assertThat(p.explanation()).contains(name + " " + why));
    }

    @Test
    void opensByItselfOnceCamelRuns() throws Exception {
        try (DefaultCamelContext later = new DefaultCamelContext()) {
            var receive = new ReceiveTemplates(null, null, p -> {}, null, directory);
            CamelFolders early =
                    new CamelFoldersConfiguration()
                            .camelFolders(
                                    later,
                                    receive,
                                    new DeliverTemplates(),
                                    new org.springframework.core.env.StandardEnvironment());
            early.activate(folder("acme", ECHO.formatted("acme", "one")));
            later.start();
            assertThat(later.getRouteController().getRouteStatus("acme-echo").isStarted()).isTrue();
        }
    }

    @Test
    void waitsForCamel() throws Exception {
        try (DefaultCamelContext later = new DefaultCamelContext()) {
            CamelFolders early = new CamelFolders(later, List.of(), properties::get);
            early.activate(folder("acme", ECHO.formatted("nordwind", "foreign id")));
            early.activate(folder("nordwind", ECHO.formatted("nordwind", "good")));
            assertThat(later.getRoutes()).isEmpty();
            later.start();
            early.open();
            assertThat(later.getRoutes()).hasSize(1);
        }
    }

    @Test
    void putsAFileOnThePartnersServerAgainAndAgainUnderOneName() throws Exception {
        try (SftpPeer peer = new SftpPeer(directory)) {
            properties.put("retrogate.demo.nordwind.host", "127.0.0.1");
            properties.put("retrogate.demo.nordwind.port", String.valueOf(peer.port()));
            properties.put("retrogate.demo.nordwind.password-file", peer.passwordFile().toString());
            properties.put("retrogate.demo.nordwind.known-hosts", peer.knownHosts().toString());
            String yaml = Files.readString(Path.of("routes/nordwind/deliver.camel.yaml"));
            Path folder = folder("nordwind", yaml);
            assertThat(folders.check(folder)).isEmpty();
            folders.activate(folder);
            send("first");
            send("second");
            await().until(() -> Files.exists(peer.in().resolve("CONTRL-12-key.edi")));
            assertThat(peer.in()).isDirectoryNotContaining("glob:**.part");
            try (var files = Files.list(peer.in())) {
                assertThat(files)
                        .singleElement()
                        .satisfies(f -> assertThat(f).hasContent("second"));
            }
            properties.put(
                    "retrogate.demo.nordwind.known-hosts", peer.wrongKnownHosts().toString());
            folders.withdraw(folder);
            folders.activate(folder);
            assertThatThrownBy(() -> send("third")).hasStackTraceContaining("HostKey");
        }
    }

    private void send(String text) {
        camel.createProducerTemplate()
                .requestBodyAndHeader(
                        "direct:nordwind-deliver?block=false",
                        text.getBytes(StandardCharsets.ISO_8859_1),
                        "RetrogateFileName",
                        "CONTRL-12-key.edi");
    }
}
