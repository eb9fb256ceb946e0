package io.retrogate.as2.conformance;

import io.retrogate.as2.As2Link;
import io.retrogate.as2.As2Message;
import io.retrogate.as2.As2Outcome;
import io.retrogate.as2.As2Party;
import io.retrogate.as2.As2Policy;
import io.retrogate.as2.As2Sender;
import io.retrogate.as2.Spools;
import io.retrogate.edi.Content;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** The whole gateway with TLS, its certificate below an authority, in files as certbot has them. */
final class TlsScene implements AutoCloseable {

    final As2Party ours = As2Party.named("ours");
    final As2Party acme = As2Party.named("acme");
    final TlsParty root = TlsParty.root("Root");
    final TlsParty authority = root.below("Authority");
    final TlsParty shown = authority.issues("gateway", TlsParty.LOOPBACK);
    final Path home;
    final Agreements agreements;
    final WholeGateway gateway;
    private final AtomicInteger ids = new AtomicInteger();
    private final AtomicInteger renewals = new AtomicInteger();

    /** Writes further partners, who sign as acme does. */
    @FunctionalInterface
    interface Others {
        void write(Agreements agreements, As2Party acme) throws Exception;
    }

    TlsScene(String name, Others others) throws Exception {
        home = WholeGateway.home(name);
        Path live = Files.createDirectories(home.resolve("live")).toAbsolutePath();
        renew(shown, shown);
        agreements = new Agreements(home, home.resolve("data/keys"));
        agreements.key(Agreements.OURS + ".p12", ours).partner("acme", "acme", "", acme);
        others.write(agreements, acme);
        gateway =
                new WholeGateway(
                        home.resolve("data"),
                        agreements,
                        "--server.ssl.bundle=web",
                        "--spring.ssl.bundle.pem.web.reload-on-update=true",
                        "--spring.ssl.bundle.pem.web.keystore.verify-keys=true",
                        "--spring.ssl.bundle.pem.web.keystore.certificate=file:"
                                + live.resolve("fullchain.pem"),
                        "--spring.ssl.bundle.pem.web.keystore.private-key=file:"
                                + live.resolve("privkey.pem"),
                        "--spring.ssl.bundle.watch.file.quiet-period=200ms",
                        "--retrogate.partner.poll=100ms");
    }

    /** As certbot does: new files beside the old ones, then links are turned to them. */
    void renew(TlsParty ofKey, TlsParty ofChain) throws Exception {
        int number = renewals.incrementAndGet();
        Path live = home.resolve("live").toAbsolutePath();
        Path archive = Files.createDirectories(home.resolve("renewed")).toAbsolutePath();
        Path key = archive.resolve("privkey" + number + ".pem");
        Path chain = archive.resolve("fullchain" + number + ".pem");
        Files.writeString(key, ofKey.key());
        Files.writeString(chain, ofChain.certificates());
        for (Path file : List.of(key, chain)) {
            String name = String.valueOf(file.getFileName()).replace(number + ".pem", ".pem");
            Path link = live.resolve(name + ".new");
            Files.createSymbolicLink(link, file);
            Files.move(link, live.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    SSLSocket connected(SSLContext trusting, String version) throws Exception {
        int port = gateway.url().getPort();
        SSLSocket socket =
                (SSLSocket) trusting.getSocketFactory().createSocket(TlsParty.LOOPBACK, port);
        socket.setSoTimeout(20_000);
        socket.setEnabledProtocols(new String[] {version});
        return socket;
    }

    /** By one whose JVM believes no more than this. */
    As2Outcome send(SSLContext believing) throws Exception {
        SSLContext before = SSLContext.getDefault();
        SSLContext.setDefault(believing);
        try {
            As2Link link =
                    new As2Link(
                            acme.identity(),
                            "acme",
                            Agreements.OURS,
                            gateway.url(),
                            As2Policy.strict(),
                            List.of(ours.certificate()));
            String id = newId();
            As2Message message =
                    new As2Message(
                            id, "180", "a.x12", "application/edi-x12", Content.of(Scene.X12));
            return new As2Sender(new Spools(home.resolve("sent")), Clock.systemUTC())
                    .send(link, message, Duration.ofSeconds(60));
        } finally {
            SSLContext.setDefault(before);
        }
    }

    String newId() {
        return "<" + home.getFileName() + "-" + ids.incrementAndGet() + "@acme>";
    }

    /** One that believes our root; shows what the context has. */
    RawClient client(SSLContext context) {
        return new RawClient(
                gateway.url(), ours.certificate(), HttpClient.newBuilder().sslContext(context));
    }

    @Override
    public void close() throws Exception {
        gateway.close();
    }
}
