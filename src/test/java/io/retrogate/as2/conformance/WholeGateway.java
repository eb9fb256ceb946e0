package io.retrogate.as2.conformance;

import io.retrogate.as2.As2Party;
import io.retrogate.ledger.LedgerView;
import io.retrogate.partner.Partners;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The gateway with everything that belongs to it, PostgreSQL too, in this JVM. */
final class WholeGateway implements AutoCloseable {

    /** Where globex is told to bring its receipts; it knows by which way that is reached. */
    static final String FRONT = "https://gateway.example/as2";

    private final ConfigurableApplicationContext context;
    private final URI later;
    private final String scheme;

    /**
     * Knows globex at that address; and acme, which may want receipts at this address, and where
     * nobody listens yet.
     */
    WholeGateway(As2Party ours, As2Party acme, URI receipts, As2Party globex, URI awaited)
            throws Exception {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            later = URI.create("http://127.0.0.1:" + free.getLocalPort() + "/as2");
        }
        Path home = home("asynchronous");
        Path data = home.resolve("data");
        String mdn = "mdn: { deliverTo: [\"" + receipts + "\", \"" + later + "\"] }";
        Files.createDirectories(data);
        Agreements agreements = new Agreements(home, data.resolve("keys"));
        agreements.key(Agreements.OURS + ".p12", ours).partner("acme", "acme", mdn, acme);
        agreements.acknowledged(
                "globex",
                """
                url: %s
                encryption: { required: false, with: none }
                mdn: { asynchronousAt: "%s" }
                """
                        .formatted(awaited, FRONT),
                globex);
        context = run(data, agreements);
        scheme = "http";
    }

    /** Over TLS, as the settings say; the partners are those of the agreements. */
    WholeGateway(Path data, Agreements agreements, String... settings) throws Exception {
        later = URI.create("http://127.0.0.1:1/as2");
        context = run(data, agreements, settings);
        scheme = "https";
    }

    /** Not in a temporary folder: PostgreSQL runs as another user when we are root. */
    static Path home(String name) {
        return Path.of("target", name + "-" + ProcessHandle.current().pid());
    }

    private static ConfigurableApplicationContext run(
            Path data, Agreements agreements, String... settings) throws Exception {
        var all =
                Stream.of(
                        "--server.address=127.0.0.1",
                        "--server.port=0",
                        "--management.server.port=0",
                        "--logging.level.root=warn",
                        "--retrogate.data=" + data,
                        "--retrogate.routes=" + agreements.routes,
                        "--retrogate.deliver.first-retry-after=200ms",
                        "--retrogate.deliver.max-backoff=200ms");
        return new SpringApplicationBuilder(Class.forName("io.retrogate.RetrogateApplication"))
                .run(Stream.concat(all, Stream.of(settings)).toArray(String[]::new));
    }

    URI url() {
        String port = context.getEnvironment().getRequiredProperty("local.server.port");
        return URI.create(scheme + "://127.0.0.1:" + port + "/as2");
    }

    /** Nobody listens there before a test does. */
    URI later() {
        return later;
    }

    URI health() {
        String port = context.getEnvironment().getRequiredProperty("local.management.port");
        return URI.create("http://127.0.0.1:" + port + "/actuator/health");
    }

    Partners partners() {
        return context.getBean(Partners.class);
    }

    LedgerView ledger() {
        return context.getBean(LedgerView.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
