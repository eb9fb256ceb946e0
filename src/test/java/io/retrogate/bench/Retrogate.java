package io.retrogate.bench;

import io.retrogate.partner.Pem;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Our side: a home for one gateway, with its folders, its database and its archive. */
record Retrogate(Path home) {

    private static final String AGREEMENT =
            """
            partner: acme
            identifiers:
              - { qualifier: ZZ, id: ACMERETAIL }
            ownIdentifiers:
              - { qualifier: ZZ, id: RETROGATE }
            as2:
              partnerName: ACME
              ownName: RETROGATE
              signing: { required: true, with: sha-256 }
              encryption: { required: true, with: aes256-cbc }
              mdn: { signed: true }
            documents:
              - message: X12 856 004010
                direction: inbound
                to: [erp]
            """;

    private static final String ENDPOINT =
            """
            endpoint: erp
            url: %s
            idempotent: true
            ambiguous: retry
            """;

    /** {@code alone} or {@code whole}, see {@link RetrogateServer}. */
    Candidate start(String what, URI erp, int messages) throws IOException, CertificateException {
        var server = serve(what, AGREEMENT, erp, List.of(ServerProcess.HEAP), List.of());
        boolean ready = false;
        try {
            var name = "Retrogate " + what;
            var candidate =
                    Candidate.of("RETROGATE", name, server, postmaster(), certificate(), messages);
            ready = true;
            return candidate;
        } finally {
            if (!ready) {
                server.close();
            }
        }
    }

    /** The whole gateway with this agreement and endpoint, its JVM and itself so configured. */
    ServerProcess serve(String agreement, URI erp, List<String> machine, List<String> settings)
            throws IOException, CertificateException {
        return serve("whole", agreement, erp, machine, settings);
    }

    private ServerProcess serve(
            String what, String agreement, URI erp, List<String> machine, List<String> settings)
            throws IOException, CertificateException {
        write("acme/agreement.yaml", agreement);
        write("acme/certs/acme.pem", Pem.of(Candidate.ACME.certificate()));
        write("erp/endpoint.yaml", ENDPOINT.formatted(erp));
        var arguments = new ArrayList<>(machine);
        arguments.addAll(
                List.of(
                        "-cp",
                        "target/retrogate.jar:" + starter(),
                        RetrogateServer.class.getName(),
                        what,
                        "--retrogate.data=" + data(),
                        "--retrogate.routes=" + home.resolve("routes"),
                        "--retrogate.partner.key-bits=2048",
                        "--server.address=127.0.0.1",
                        "--camel.main.shutdown-timeout=3",
                        "--server.port=0",
                        "--management.server.port=0"));
        arguments.addAll(settings);
        return ServerProcess.start(home.resolve("retrogate.log"), arguments);
    }

    /** The one class that starts it: Spring must not find those of the tests by scanning. */
    private Path starter() throws IOException {
        var from = Path.of("target/test-classes/io/retrogate/bench");
        var to = Files.createDirectories(home.resolve("classes/io/retrogate/bench"));
        try (var files = Files.newDirectoryStream(from, "RetrogateServer*.class")) {
            for (var file : files) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
        return home.resolve("classes");
    }

    private void write(String name, String text) throws IOException {
        var file = home.resolve("routes").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Path data() {
        return home.resolve("data");
    }

    OptionalLong postmaster() throws IOException {
        var note = data().resolve("postgres/cluster/postmaster.pid");
        return OptionalLong.of(Long.parseLong(Files.readAllLines(note).get(0).strip()));
    }

    private X509Certificate certificate() throws IOException, CertificateException {
        try (var in = Files.newInputStream(data().resolve("keys/RETROGATE.pem"))) {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    /** Messages that were taken and not refused. */
    long taken() throws IOException, SQLException {
        return count("ledger_transmission where refusal = ''");
    }

    long settled() throws IOException, SQLException {
        return count("ledger_transmission where state = 'SETTLED'");
    }

    long delivered() throws IOException, SQLException {
        return count("ledger_delivery where state = 'DELIVERED'");
    }

    private long count(String what) throws IOException, SQLException {
        var postgres = data().resolve("postgres");
        var url =
                "jdbc:postgresql://127.0.0.1:"
                        + Files.readString(postgres.resolve("port")).strip()
                        + "/postgres";
        var password = Files.readString(postgres.resolve("password")).strip();
        try (var database = DriverManager.getConnection(url, "retrogate", password);
                var rows =
                        database.createStatement().executeQuery("select count(*) from " + what)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
