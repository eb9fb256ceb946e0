package io.retrogate.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Servers that receive the same {@link Workload}, each a process of its own with the same JDK and
 * heap.
 */
record Contestants(Path home, String heap, Workload workload) {

    static final String HELD = "Retrogate receiving";
    static final String WHOLE = "Retrogate whole";
    static final String CAMEL = "camel-as2";
    static final String AS2_LIB = "as2-lib PKCS12";
    static final String AS2_LIB_QUICK = "as2-lib JKS";
    static final String FSYNC = " + fsync";

    static final String BUILT_BY = "./mvnw -B -ntp -q -f src/test/peers/pom.xml package";

    private static final String AGREEMENT =
            """
            partner: acme
            identifiers:
              - { qualifier: ZZ, id: ACMERETAIL }
            ownIdentifiers:
              - { qualifier: ZZ, id: RETROGATE }
            as2:
              partnerName: ACME
              ownName: RECEIVER
              signing: { required: true, with: sha-256 }
              encryption: { required: true, with: aes256-cbc }
              mdn: { signed: true }
              limits: { size: 1500MiB }
            documents:
              - message: X12 180 004010
                direction: inbound
                to: [erp]
            """;

    /** The packaged gateway; what it accepts stays in the ledger and in the outbox. */
    private static final List<String> HOLDING =
            List.of("--retrogate.relay.every=7d", "--retrogate.sweeper.every=7d");

    static boolean built() {
        return Files.exists(jar("as2-lib")) && Files.exists(jar("camel-as2"));
    }

    private static Path jar(String product) {
        return Path.of("target/peers", product, product + "-peer.jar");
    }

    Retrogate ours(String name) throws IOException {
        return new Retrogate(folder(name));
    }

    Candidate start(Retrogate ours, String name, URI erp)
            throws IOException, GeneralSecurityException {
        var settings = new ArrayList<>(List.of("--retrogate.receive.as2.max-body=2GB"));
        settings.addAll(name.equals(HELD) ? HOLDING : List.of());
        keys(ours.home().resolve("data/keys"));
        var server = ours.serve(AGREEMENT, erp, List.of(heap), settings);
        try {
            return candidate(name, server, ours.postmaster(), server.url());
        } catch (IOException e) {
            server.close();
            throw e;
        }
    }

    private static void keys(Path keys) throws IOException, GeneralSecurityException {
        Files.createDirectories(keys);
        Workload.writeKey(keys.resolve(Workload.RECEIVER.name() + ".p12"));
        var password = Files.writeString(keys.resolve("password"), Workload.PASSWORD);
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
    }

    /** One of another make; {@link #FSYNC} in its name makes it keep what came. */
    Candidate start(String name) throws IOException, GeneralSecurityException {
        var folder = folder(name);
        boolean camel = name.startsWith(CAMEL);
        Workload.writeKey(folder.resolve("receiver.p12"));
        var arguments = new ArrayList<>(List.of(heap, "-jar"));
        arguments.add(jar(camel ? "camel-as2" : "as2-lib").toString());
        arguments.add(camel ? "partner" : "server");
        arguments.addAll(List.of("--own", Workload.RECEIVER.name()));
        arguments.addAll(List.of("--key", folder.resolve("receiver.p12").toString()));
        arguments.addAll(List.of("--password", Workload.PASSWORD));
        arguments.addAll(List.of("--partner", "ACME=" + Workload.writeSender(folder)));
        arguments.addAll(List.of("--key-store", name.startsWith(AS2_LIB) ? "PKCS12" : "JKS"));
        arguments.addAll(List.of("--quiet", "true"));
        if (name.endsWith(FSYNC)) {
            var kept = Files.createDirectories(folder.resolve("kept"));
            arguments.addAll(List.of("--keep", kept.toString()));
        }
        var server = ServerProcess.start(folder.resolve("server.log"), arguments);
        var url = camel ? server.url().resolve("/as2/both") : server.url();
        return candidate(name, server, OptionalLong.empty(), url);
    }

    private Candidate candidate(String name, ServerProcess server, OptionalLong database, URI url) {
        return new Candidate(
                name,
                server,
                database,
                new Post(url, Candidate.ACME.name(), Workload.RECEIVER.name()),
                workload.messages(),
                workload.forged());
    }

    private Path folder(String name) throws IOException {
        return Files.createDirectories(home.resolve(name.replace(' ', '-')));
    }
}
