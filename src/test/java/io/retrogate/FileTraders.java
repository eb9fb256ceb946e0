package io.retrogate;

import io.retrogate.deliver.ErpPeer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/**
 * Two partners with SFTP servers whose documents Smooks reads, an SAP system and a warehouse with
 * formats of their own, and the folders by which a gateway knows the four.
 */
final class FileTraders implements AutoCloseable {

    /** Only heron's configuration says it; our own mapping of a 180 would leave it out. */
    static final String HERONS_CURRENCY = "CHF";

    private static final Path SMOOKS = Path.of("src/test/resources/smooks");
    private static final Path ENDPOINTS = Path.of("src/test/resources/endpoints");

    final SftpPeer kolibri;
    final SftpPeer heron;
    final ErpPeer sap;
    final ErpPeer wms;
    private final Path directory;

    /** Not in the directory: PostgreSQL runs as another user when we are root. */
    private final Path home = Path.of("target", "file-traders-" + ProcessHandle.current().pid());

    FileTraders(Path directory) throws Exception {
        this.directory = directory;
        kolibri = partner("kolibri");
        heron = partner("heron");
        sap = endpoint("sap");
        wms = endpoint("wms");
        replace(
                home.resolve("routes/heron/mapping/180.smooks.xml"),
                "<jb:value property=\"documentNumber\" data=\"BGN/@e02\"/>",
                "$0<jb:value property=\"currency\" data=\"BGN/@e02\" decoder=\"Constant\">"
                        + "<jb:decodeParam name=\"value\">%s</jb:decodeParam></jb:value>"
                                .formatted(HERONS_CURRENCY));
    }

    /** Of the gateway: data and routes. */
    Path home() {
        return home;
    }

    private SftpPeer partner(String name) throws Exception {
        var folder = home.resolve("routes").resolve(name);
        FileSystemUtils.copyRecursively(SMOOKS.resolve(name), folder);
        replace(folder.resolve("agreement.yaml"), "to: \\[erp\\]", "to: [sap, wms]");
        var peer = new SftpPeer(directory.resolve(name));
        var receive = route(peer, name, "receive", "out");
        Files.writeString(
                folder.resolve("receive.camel.yaml"),
                receive + "      - { name: delay, value: \"200\" }\n");
        Files.writeString(folder.resolve("deliver.camel.yaml"), route(peer, name, "deliver", "in"));
        return peer;
    }

    private static String route(SftpPeer peer, String partner, String way, String folder)
            throws IOException {
        return """
               - templatedRoute:
                   routeId: %1$s-%2$s
                   routeTemplateRef: %2$s-sftp
                   parameters:
                     - { name: host, value: 127.0.0.1 }
                     - { name: port, value: "%3$d" }
                     - { name: user, value: %4$s }
                     - { name: passwordFile, value: "%5$s" }
                     - { name: knownHosts, value: "%6$s" }
                     - { name: folder, value: %7$s }
               """
                .formatted(
                        partner,
                        way,
                        peer.port(),
                        SftpPeer.USER,
                        peer.passwordFile(),
                        peer.knownHosts(),
                        folder);
    }

    private ErpPeer endpoint(String name) throws IOException {
        var folder = home.resolve("routes").resolve(name);
        FileSystemUtils.copyRecursively(ENDPOINTS.resolve(name), folder);
        var peer = new ErpPeer();
        replace(folder.resolve("endpoint.yaml"), "(?m)^url: .*$", "url: " + peer.url());
        return peer;
    }

    private static void replace(Path file, String pattern, String by) throws IOException {
        Files.writeString(file, Files.readString(file).replaceAll(pattern, by));
    }

    @Override
    public void close() throws IOException {
        for (var server : List.of(kolibri, heron)) {
            server.close();
        }
        sap.close();
        wms.close();
    }
}
