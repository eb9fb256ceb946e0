package io.retrogate;

import io.retrogate.cli.GatewayLauncher.Afterwards;
import io.retrogate.demo.Demo;
import io.retrogate.ledger.LedgerView;
import io.retrogate.partner.Partners;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/** Starts a gateway on temporary data and free ports, and plays the world around it. */
final class Demonstration {

    private static final int RIGHT = 0;
    private static final int WRONG = 1;

    private final Afterwards afterwards;
    private final Map<String, String> properties;
    private final PrintStream out;

    Demonstration(Afterwards afterwards, Map<String, String> properties, PrintStream out) {
        this.afterwards = afterwards;
        this.properties = properties;
        this.out = out;
    }

    int play() {
        try {
            var home = Files.createTempDirectory("retrogate-demo");
            // PostgreSQL runs as another user when we are root.
            Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx--x--x"));
            try (var demo = Demo.in(home, Clock.systemUTC())) {
                return play(home, demo);
            } finally {
                delete(home);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int play(Path home, Demo demo) {
        var settings = new HashMap<>(demo.properties());
        settings.put("retrogate.data", home.resolve("data").toString());
        settings.put("server.port", "0");
        settings.put("server.address", "127.0.0.1");
        settings.put("management.server.port", "0");
        settings.put("logging.level.root", "warn");
        settings.putAll(properties);
        out.println("starting a gateway on temporary data in " + home);
        try (var gateway = Launcher.start(settings)) {
            int port = ((ServletWebServerApplicationContext) gateway).getWebServer().getPort();
            boolean right =
                    demo.play(
                            URI.create("http://localhost:" + port + "/as2"),
                            gateway.getBean(Partners.class),
                            gateway.getBean(LedgerView.class),
                            out);
            out.println(right ? "Every row is right." : "At least one row is WRONG.");
            if (afterwards == Afterwards.STAY_UP) {
                out.println("Status page: http://localhost:" + port + "/");
                out.println("User operator, secret in " + home.resolve("data/console-secret"));
                out.println("Ctrl-C ends it and removes its data.");
                Launcher.untilClosed(gateway);
            }
            return right ? RIGHT : WRONG;
        }
    }

    private static void delete(Path home) throws IOException {
        try (var files = Files.walk(home)) {
            for (var file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.deleteIfExists(file);
            }
        }
    }
}
