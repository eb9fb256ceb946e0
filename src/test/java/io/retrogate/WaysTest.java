package io.retrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.retrogate.deliver.DeliverTemplates;
import io.retrogate.ledger.Arrival;
import io.retrogate.receive.FileNotes;
import io.retrogate.receive.ReceiveTemplates;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The templates for FTPS and for folders of this machine, as a partner's folder fills them in. */
@Timeout(60)
class WaysTest {

    private static final String WHOLE =
            "UNB+UNOC:3+4098765000003:14+4012345000009:14+261123:1200+77'UNZ+0+77'";

    @TempDir Path directory;
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final Map<String, String> properties = new HashMap<>();
    private final FileNotes notes = new FileNotes();
    private CamelFolders folders;

    @BeforeEach
    void start() throws Exception {
        Path data = directory.resolve("data");
        properties.put("retrogate.data", data.toString());
        var receive = new ReceiveTemplates(notes, notes.ledger(), p -> {}, Clock.systemUTC(), data);
        var all = Stream.of(receive.all(), new DeliverTemplates().all()).flatMap(List::stream);
        folders = new CamelFolders(camel, all.toList(), properties::get);
        camel.getPropertiesComponent().addPropertiesSource(new Surroundings(properties::get));
        camel.start();
        folders.open();
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    private Path folder(String template, String... parameters) throws Exception {
        Path folder = Files.createDirectories(directory.resolve("routes/heron"));
        var yaml =
                new StringBuilder(
                        """
                        - templatedRoute:
                            routeId: heron-route
                            routeTemplateRef: %s
                            parameters:
                        """
                                .formatted(template));
        for (int i = 0; i < parameters.length; i += 2) {
            yaml.append("      - { name: ").append(parameters[i]);
            yaml.append(", value: \"").append(parameters[i + 1]).append("\" }\n");
        }
        Files.writeString(folder.resolve("way.camel.yaml"), yaml.toString());
        return folder;
    }

    private void live(String template, String... parameters) throws Exception {
        Path folder = folder(template, parameters);
        assertThat(folders.check(folder)).isEmpty();
        folders.activate(folder);
    }

    private void send(String text) {
        camel.createProducerTemplate()
                .requestBodyAndHeader(
                        "direct:heron-deliver?block=false",
                        text.getBytes(StandardCharsets.ISO_8859_1),
                        "RetrogateFileName",
                        "CONTRL-12-key.edi");
    }

    private static List<String> names(Path folder) throws Exception {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private void offerThree(Path out) throws Exception {
        Files.writeString(out.resolve("a.edi"), WHOLE + "\r\n");
        Files.writeString(out.resolve("half.edi"), WHOLE.substring(0, 50));
        Files.writeString(out.resolve("b.edi.part"), WHOLE.replace("77", "78"));
    }

    private void awaitOnlyTheWholeOne(Path out, Arrival.Channel channel) throws Exception {
        await().until(() -> Files.exists(out.resolve("done/a.edi")));
        assertThat(names(out)).containsExactly("b.edi.part", "done", "half.edi");
        assertThat(notes.accepted)
                .singleElement()
                .satisfies(a -> assertThat(a.channel()).isEqualTo(channel))
                .satisfies(a -> assertThat(a.partner()).isEqualTo("heron"))
                .satisfies(a -> assertThat(a.size()).isEqualTo(WHOLE.length() + 2));
    }

    @Test
    void takesCompleteFilesFromAFolder() throws Exception {
        Path drop = Files.createDirectories(directory.resolve("drop"));
        offerThree(drop);
        live("receive-folder", "folder", drop.toString(), "delay", "50");
        awaitOnlyTheWholeOne(drop, Arrival.Channel.FOLDER);
    }

    @Test
    void keepsAFileOfAFolder() throws Exception {
        Path drop = Files.createDirectories(directory.resolve("drop"));
        Files.writeString(drop.resolve("a.edi"), WHOLE);
        live("receive-folder", "folder", drop.toString(), "delay", "50", "after", "keep");
        await().until(() -> notes.accepted.size() == 1);
        Files.writeString(drop.resolve("b.edi"), WHOLE.replace("77", "78"));
        await().until(() -> notes.accepted.size() == 2);
        assertThat(names(drop)).containsExactly("a.edi", "b.edi");
        assertThat(notes.outcomes).hasSize(2);
    }

    @Test
    void takesNothingOfTheGatewaysOwn() throws Exception {
        for (String own : List.of("data/archive", "data", "drop/../data/x", ".")) {
            String path = directory.resolve(own).toString();
            assertThat(folders.check(folder("receive-folder", "folder", path)))
                    .singleElement()
                    .satisfies(p -> assertThat(p.code().id()).isEqualTo("RCV-206"))
                    .satisfies(p -> assertThat(p.line()).isEqualTo(5));
        }
        assertThat(folders.check(folder("receive-folder", "folder", "drop"))).hasSize(1);
    }

    @Test
    void putsAFileIntoAFolder() throws Exception {
        Path in = Files.createDirectories(directory.resolve("in"));
        live("deliver-folder", "folder", in.toString());
        send("first");
        send("second");
        assertThat(names(in)).containsExactly("CONTRL-12-key.edi");
        assertThat(in.resolve("CONTRL-12-key.edi")).hasContent("second");
        assertThat(folders.check(folder("deliver-folder", "folder", in + "/missing")))
                .singleElement()
                .satisfies(p -> assertThat(p.code().id()).isEqualTo("DLV-005"));
    }

    @Test
    void putsAFileWhereThePartnerFetchesIt() throws Exception {
        live("deliver-home", "fileName", "${header.RetrogateFileName}");
        send("first");
        assertThat(directory.resolve("data/sftp/heron/out/CONTRL-12-key.edi")).hasContent("first");
    }

    @Test
    void takesCompleteFilesFromAnFtpsServer() throws Exception {
        try (var peer = new FtpsPeer(directory)) {
            offerThree(peer.out());
            live("receive-ftps", ftps(peer, peer.certificate(), "out", "delay", "50"));
            awaitOnlyTheWholeOne(peer.out(), Arrival.Channel.FTPS);
            assertThat(camel.getEndpoints()).noneMatch(e -> e.getEndpointUri().contains("horse"));
        }
    }

    @Test
    void takesNothingFromAnFtpsServerWithAnotherCertificate() throws Exception {
        try (var peer = new FtpsPeer(directory)) {
            offerThree(peer.out());
            live("receive-ftps", ftps(peer, peer.otherCertificate(), "out", "delay", "50"));
            Path drop = Files.createDirectories(directory.resolve("drop"));
            var poll = camel.getRoute("heron-route").getConsumer();
            assertThat(poll).isNotNull();
            assertThatThrownBy(
                            () ->
                                    camel.createConsumerTemplate()
                                            .receive(
                                                    camel.getRoute("heron-route").getEndpoint(),
                                                    5000))
                    .hasStackTraceContaining("another certificate");
            assertThat(names(peer.out())).containsExactly("a.edi", "b.edi.part", "half.edi");
            assertThat(notes.accepted).isEmpty();
            assertThat(drop).isEmptyDirectory();
        }
    }

    @Test
    void putsAFileOnAnFtpsServerThatItKnows() throws Exception {
        try (var peer = new FtpsPeer(directory)) {
            live("deliver-ftps", ftps(peer, peer.certificate(), "in"));
            send("first");
            send("second");
            assertThat(names(peer.in())).containsExactly("CONTRL-12-key.edi");
            assertThat(peer.in().resolve("CONTRL-12-key.edi")).hasContent("second");
            folders.withdraw(directory.resolve("routes/heron"));
            live("deliver-ftps", ftps(peer, peer.otherCertificate(), "in"));
            assertThatThrownBy(() -> send("third")).hasStackTraceContaining("another certificate");
            assertThat(peer.in().resolve("CONTRL-12-key.edi")).hasContent("second");
        }
    }

    private static String[] ftps(FtpsPeer peer, Path certificate, String folder, String... more)
            throws Exception {
        var all =
                Stream.of(
                        "host",
                        "127.0.0.1",
                        "port",
                        String.valueOf(peer.port()),
                        "user",
                        FtpsPeer.USER,
                        "passwordFile",
                        peer.passwordFile().toString(),
                        "certificateFile",
                        certificate.toString(),
                        "folder",
                        folder);
        return Stream.concat(all, Stream.of(more)).toArray(String[]::new);
    }
}
