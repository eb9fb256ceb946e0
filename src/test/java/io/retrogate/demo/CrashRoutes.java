package io.retrogate.demo;

import io.retrogate.as2.As2Identity;
import io.retrogate.partner.Pem;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The shipped folders, and a gateway that is quick to notice what is stuck. */
final class CrashRoutes {

    private CrashRoutes() {}

    /** Documents go to these endpoints and no others. */
    static void write(Path home, As2Identity acme, String... endpoints) throws Exception {
        var files =
                new ArrayList<>(
                        List.of(
                                "acme/agreement.yaml",
                                "nordwind/agreement.yaml",
                                "nordwind/receive.camel.yaml",
                                "nordwind/deliver.camel.yaml"));
        for (var endpoint : endpoints) {
            files.add(endpoint + "/endpoint.yaml");
        }
        for (var file : files) {
            var target = home.resolve("routes").resolve(file);
            Files.createDirectories(target.getParent());
            var text = Files.readString(Path.of("routes").resolve(file));
            Files.writeString(
                    target,
                    text.replace("[erp, threepl]", List.of(endpoints).toString())
                            .replace("deadline: 30s", "deadline: 3s"));
        }
        Files.createDirectories(home.resolve("routes/acme/certs"));
        Files.writeString(home.resolve("routes/acme/certs/acme.pem"), Pem.of(acme.certificate()));
    }

    static Map<String, String> settings(Path home, URI acme, URI erp, int sftp) {
        return Map.ofEntries(
                Map.entry("retrogate.routes", home.resolve("routes").toString()),
                Map.entry("retrogate.partner.key-bits", "2048"),
                Map.entry("retrogate.demo.acme.url", acme.toString()),
                Map.entry("retrogate.demo.erp.url", erp.toString()),
                Map.entry("retrogate.demo.nordwind.host", "127.0.0.1"),
                Map.entry("retrogate.demo.nordwind.port", Integer.toString(sftp)),
                Map.entry("retrogate.demo.nordwind.delay", "500"),
                Map.entry(
                        "retrogate.demo.nordwind.password-file",
                        home.resolve("password").toString()),
                Map.entry(
                        "retrogate.demo.nordwind.known-hosts",
                        home.resolve("known-hosts").toString()),
                Map.entry("retrogate.ledger.stuck-after", "3s"),
                Map.entry("retrogate.sweeper.every", "1s"),
                Map.entry("retrogate.deliver.partner-deadline", "4s"),
                Map.entry("retrogate.deliver.lease-margin", "1s"),
                Map.entry("retrogate.deliver.first-retry-after", "1s"),
                Map.entry("retrogate.deliver.max-backoff", "5s"),
                Map.entry("logging.level.root", "warn"));
    }
}
