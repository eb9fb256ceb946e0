package io.retrogate.receive;

import io.retrogate.SftpPeer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** A partner's server, and a gateway's Camel that can be restarted; the notes outlive it. */
final class SftpScene implements AutoCloseable {

    final SftpPeer peer;
    final FileNotes notes = new FileNotes();
    final Path work;
    private DefaultCamelContext camel = new DefaultCamelContext();

    SftpScene(Path directory) throws Exception {
        peer = new SftpPeer(directory);
        work = directory.resolve("work");
        start();
    }

    private void start() throws Exception {
        var templates =
                new ReceiveTemplates(notes, notes.ledger(), p -> {}, Clock.systemUTC(), work);
        for (var template : templates.all()) {
            camel.addRoutes(template.get());
        }
        camel.start();
    }

    void restart() throws Exception {
        camel.stop();
        camel = new DefaultCamelContext();
        start();
    }

    /** A route of the template receive-sftp; names and values follow the route's name. */
    void poll(String route, String folder, String... more) throws Exception {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("partner", "nordwind");
        parameters.put("route", route);
        parameters.put("host", "127.0.0.1");
        parameters.put("port", String.valueOf(peer.port()));
        parameters.put("user", SftpPeer.USER);
        parameters.put("passwordFile", peer.passwordFile().toString());
        parameters.put("knownHosts", peer.knownHosts().toString());
        parameters.put("folder", folder);
        parameters.put("delay", "50");
        for (int i = 0; i < more.length; i += 2) {
            parameters.put(more[i], more[i + 1]);
        }
        TemplatedRouteBuilder.builder(camel, "receive-sftp")
                .routeId(route)
                .parameters(parameters)
                .add();
    }

    void offer(String path, String text) throws Exception {
        Path file = peer.out().resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Override
    public void close() throws Exception {
        camel.stop();
        peer.close();
    }
}
