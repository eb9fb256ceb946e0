package io.retrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.retrogate.ledger.Arrival;
import io.retrogate.receive.FileNotes;
import io.retrogate.receive.ReceiveTemplates;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The folders under src/docs/examples do what the page on routes says of them. */
@Timeout(60)
class RouteExamplesTest {

    private static final String OURS =
            "UNB+UNOC:3+4098765000003:14+4012345000009:14+261123:1200+77'UNZ+0+77'";
    private static final String NOT_OURS = OURS.replace("4098765000003", "4077777000007");

    @TempDir Path directory;
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final Map<String, String> properties = new HashMap<>();
    private final FileNotes notes = new FileNotes();
    private SftpPeer peer;
    private CamelFolders folders;

    @BeforeEach
    void start() throws Exception {
        peer = new SftpPeer(directory);
        properties.put("retrogate.data", directory.resolve("data").toString());
        var templates =
                new ReceiveTemplates(
                        notes,
                        notes.ledger(),
                        point -> {},
                        Clock.systemUTC(),
                        directory.resolve("work"));
        folders = new CamelFolders(camel, templates.all(), properties::get);
        camel.getPropertiesComponent().addPropertiesSource(new Surroundings(properties::get));
        camel.start();
        folders.open();
    }

    @AfterEach
    void stop() throws Exception {
        camel.stop();
        peer.close();
    }

    private void live(String name, String from, String to) throws Exception {
        properties.put(name + ".host", "127.0.0.1");
        properties.put(name + ".port", String.valueOf(peer.port()));
        properties.put(name + ".user", SftpPeer.USER);
        properties.put(name + ".password-file", peer.passwordFile().toString());
        properties.put(name + ".known-hosts", peer.knownHosts().toString());
        properties.put(name + ".delay", "100");
        Path folder = Files.createDirectories(directory.resolve("routes").resolve(name));
        String yaml = Files.readString(example(name)).replace(from, to);
        Files.writeString(folder.resolve("receive.camel.yaml"), yaml);
        assertThat(folders.check(folder)).isEmpty();
        folders.activate(folder);
    }

    private static Path example(String name) {
        return Path.of("src/docs/examples", name, "receive.camel.yaml");
    }

    private void offer(String name, String text) throws Exception {
        Files.writeString(peer.out().resolve(name), text);
    }

    private Path done(String name) {
        return peer.out().resolve("done").resolve(name);
    }

    @Test
    void aContentFilterLeavesWhatIsNotForUsWhereItIs() throws Exception {
        offer("a-theirs.edi", NOT_OURS);
        offer("b-ours.edi", OURS);
        live("kestrel", "", "");

        await().until(() -> Files.exists(done("b-ours.edi")));

        assertThat(notes.accepted).extracting(Arrival::messageId).containsExactly("b-ours.edi");
        assertThat(notes.accepted).extracting(Arrival::partner).containsExactly("kestrel");
        assertThat(peer.out().resolve("a-theirs.edi")).hasContent(NOT_OURS);
        offer("a-theirs.edi", OURS.replace("77", "777"));
        await().until(() -> Files.exists(done("a-theirs.edi")));
        assertThat(notes.accepted).hasSize(2);
    }

    @Test
    void aNotificationIsSentOnceTheFileIsOurs() throws Exception {
        List<String> heard = new CopyOnWriteArrayList<>();
        var planning = HttpServer.create(loopback(0), 0);
        planning.createContext(
                "/",
                request -> {
                    var body = request.getRequestBody().readAllBytes();
                    heard.add(new String(body, StandardCharsets.UTF_8) + notes.accepted.size());
                    request.sendResponseHeaders(204, -1);
                    request.close();
                });
        planning.start();
        try {
            properties.put("plover.notify", "http://127.0.0.1:" + planning.getAddress().getPort());
            offer("a.edi", OURS);
            live("plover", "", "");

            await().until(() -> !heard.isEmpty() && Files.exists(done("a.edi")));

            assertThat(heard).containsExactly("{\"partner\":\"plover\",\"file\":\"a.edi\"}1");
            assertThat(notes.kept.values())
                    .singleElement()
                    .isEqualTo(OURS.getBytes(StandardCharsets.UTF_8));
        } finally {
            planning.stop(0);
        }
    }

    @Test
    void aNotificationThatReachesNobodyCostsTheFileNothing() throws Exception {
        properties.put("plover.notify", "http://127.0.0.1:1");
        offer("a.edi", OURS);
        live("plover", "", "");

        await().until(() -> Files.exists(done("a.edi")));

        assertThat(notes.accepted).hasSize(1);
    }

    /** The promise: nothing a route does makes a file done with that is not ours. */
    @Test
    void aRouteThatSwallowsTheFailureOfTheIntakeMovesNothing() throws Exception {
        notes.refusedName = "a.edi";
        offer("a.edi", OURS);
        offer("b.edi", OURS.replace("77", "78"));
        live(
                "plover",
                "        - to: direct:plover-intake\n",
                """
                        - doTry:
                            steps:
                              - to: direct:plover-intake
                            doCatch:
                              - exception: [ java.lang.Exception ]
                                steps:
                                  - log: swallowed
                """);

        await().until(() -> Files.exists(done("b.edi")));

        assertThat(peer.out().resolve("a.edi")).exists();
        assertThat(notes.accepted).extracting(Arrival::messageId).containsExactly("b.edi");
        notes.refusedName = "";
        await().until(() -> Files.exists(done("a.edi")));
        assertThat(notes.accepted).hasSize(2);
    }

    @Test
    void aRouteWithAConsumerOfItsOwnCannotSwallowTheFailureEither() throws Exception {
        Path local = Files.createDirectories(directory.resolve("drop"));
        Path folder = Files.createDirectories(directory.resolve("routes/wren"));
        Files.writeString(
                folder.resolve("receive.camel.yaml"),
                """
                - templatedRoute: { routeId: wren-intake, routeTemplateRef: intake }
                - route:
                    id: wren-drop
                    from:
                      uri: file:%s?initialDelay=0&delay=50&move=done
                      steps:
                        - doTry:
                            steps:
                              - to: direct:wren-intake
                            doCatch:
                              - exception: [ java.lang.Exception ]
                                steps:
                                  - log: swallowed
                """
                        .formatted(local));
        notes.refusedName = "a.edi";
        Files.writeString(local.resolve("a.edi"), OURS);
        Files.writeString(local.resolve("b.edi"), OURS.replace("77", "78"));
        assertThat(folders.check(folder)).isEmpty();
        folders.activate(folder);

        await().until(() -> Files.exists(local.resolve("done/b.edi")));
        assertThat(local.resolve("a.edi")).exists();
        notes.refusedName = "";
        await().until(() -> Files.exists(local.resolve("done/a.edi")));
        assertThat(notes.accepted).hasSize(2);
    }

    private static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }
}
