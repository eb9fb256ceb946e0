package io.retrogate.bench;

import io.retrogate.as2.As2Party;
import io.retrogate.partner.Pem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.List;
import java.util.OptionalLong;

/**
 * as2-lib 5.1.5 on a Tomcat of its own; it keeps no message, and prints nothing for one.
 *
 * @param keyStore {@code PKCS12}, its default, or {@code JKS}, from which it gets its key with each
 *     message at a fraction of the cost
 */
record As2Lib(Path home, String keyStore) {

    static final Path JAR = Path.of("target/peers/as2-lib/as2-lib-peer.jar");
    static final String BUILT_BY = "./mvnw -o -B -ntp -q -f src/test/peers/as2-lib/pom.xml package";

    private static final As2Party OWN = As2Party.named("AS2LIB");
    private static final String PASSWORD = "changeit";

    Candidate start(int messages) throws IOException, GeneralSecurityException {
        var acme = home.resolve("acme.pem");
        Files.writeString(acme, Pem.of(Candidate.ACME.certificate()));
        var server =
                ServerProcess.start(
                        home.resolve(keyStore + ".log"),
                        List.of(
                                ServerProcess.HEAP,
                                "-jar",
                                JAR.toString(),
                                "server",
                                "--own",
                                OWN.name(),
                                "--key",
                                key().toString(),
                                "--password",
                                PASSWORD,
                                "--partner",
                                "ACME=" + acme,
                                "--key-store",
                                keyStore,
                                "--quiet",
                                "true"));
        return Candidate.of(
                OWN.name(),
                "as2-lib " + keyStore,
                server,
                OptionalLong.empty(),
                OWN.certificate(),
                messages);
    }

    private Path key() throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                OWN.name(),
                OWN.keys().getPrivate(),
                PASSWORD.toCharArray(),
                new Certificate[] {OWN.certificate()});
        var file = home.resolve("as2-lib.p12");
        try (var out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD.toCharArray());
        }
        return file;
    }
}
