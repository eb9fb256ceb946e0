package io.retrogate.demo;

import io.retrogate.as2.As2Identity;
import io.retrogate.ledger.LedgerView;
import io.retrogate.partner.Partners;
import io.retrogate.partner.Pem;
import io.retrogate.partner.SelfSigned;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The world around the gateway: made first, so that the gateway can be told where it is. */
public final class Demo implements AutoCloseable {

    private static final List<String> ROUTES =
            List.of(
                    "acme/agreement.yaml",
                    "nordwind/agreement.yaml",
                    "nordwind/receive.camel.yaml",
                    "nordwind/deliver.camel.yaml",
                    "erp/endpoint.yaml",
                    "threepl/endpoint.yaml");

    private final Path home;
    private final AcmePartner acme;
    private final NordwindPartner nordwind;
    private final DemoEndpoint erp;
    private final DemoEndpoint threepl;

    private Demo(Path home, String password, Clock clock)
            throws IOException, GeneralSecurityException {
        this.home = home;
        var identity = SelfSigned.make("acme", 3072, clock.instant(), new SecureRandom());
        copyRoutes(identity);
        Files.writeString(home.resolve("nordwind-password"), password);
        acme = new AcmePartner(identity, home.resolve("acme"), clock);
        nordwind = new NordwindPartner(home.resolve("nordwind"), password);
        Files.writeString(home.resolve("nordwind-known-hosts"), nordwind.knownHost());
        erp = new DemoEndpoint();
        threepl = new DemoEndpoint();
    }

    /** Everybody listens on loopback, on ports that were free. */
    public static Demo in(Path home, Clock clock) {
        try {
            return new Demo(home, UUID.randomUUID().toString(), clock);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("the demonstration cannot be set up", e);
        }
    }

    /** What the gateway has to know. */
    public Map<String, String> properties() {
        return Map.of(
                "retrogate.routes", home.resolve("routes").toString(),
                "retrogate.demo.acme.url", acme.url().toString(),
                "retrogate.demo.erp.url", erp.url().toString(),
                "retrogate.demo.threepl.url", threepl.url().toString(),
                "retrogate.demo.nordwind.host", "127.0.0.1",
                "retrogate.demo.nordwind.port", Integer.toString(nordwind.port()),
                "retrogate.demo.nordwind.delay", "500",
                "retrogate.demo.nordwind.password-file",
                        home.resolve("nordwind-password").toString(),
                "retrogate.demo.nordwind.known-hosts",
                        home.resolve("nordwind-known-hosts").toString());
    }

    /** Plays every scene and prints the table; whether every row is right. */
    public boolean play(URI gateway, Partners partners, LedgerView ledger, PrintStream out) {
        acme.trust(partners.identity("RETROGATE").orElseThrow().certificate());
        var stage = new DemoStage(gateway, acme, nordwind, ledger, out);
        var rows = Scene.ALL.stream().map(stage::play).toList();
        new DemoTable(rows).print(out);
        out.printf(
                "ERP received %d messages, 3PL received %d; doubled: %s%n",
                erp.count(), threepl.count(), erp.doubled() || threepl.doubled() ? "yes" : "none");
        return rows.stream().allMatch(DemoRow::right) && !erp.doubled() && !threepl.doubled();
    }

    private void copyRoutes(As2Identity identity) throws IOException, GeneralSecurityException {
        for (var file : ROUTES) {
            var target = home.resolve("routes").resolve(file);
            Files.createDirectories(target.resolve("..").normalize());
            Files.write(target, Samples.resource("/demo/routes/" + file));
        }
        var certificates = Files.createDirectories(home.resolve("routes/acme/certs"));
        Files.writeString(certificates.resolve("acme.pem"), Pem.of(identity.certificate()));
    }

    static Thread daemon(Runnable work) {
        var thread = new Thread(work, "demo");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() throws IOException {
        acme.close();
        nordwind.close();
        erp.close();
        threepl.close();
    }
}
