package io.retrogate.bench;

import io.retrogate.as2.As2Link;
import io.retrogate.as2.As2Party;
import io.retrogate.as2.As2Policy;
import io.retrogate.as2.PreparedMessage;
import io.retrogate.partner.Pem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The same bytes for every server, as all of them are {@link #RECEIVER}: requests for return,
 * signed by ACME and encrypted beforehand.
 *
 * @param forged what a stranger signed
 */
record Workload(List<PreparedMessage> messages, PreparedMessage forged) {

    static final As2Party RECEIVER = As2Party.named("RECEIVER");
    static final String PASSWORD = "changeit";

    private static final As2Party STRANGER = As2Party.named("stranger");

    static Workload of(int bytes, int messages) {
        var acme = link(Candidate.ACME);
        var prepared =
                IntStream.rangeClosed(1, messages)
                        .parallel()
                        .mapToObj(i -> message(acme, bytes, i));
        return new Workload(prepared.toList(), message(link(STRANGER), 1_000, 0));
    }

    private static As2Link link(As2Party signer) {
        return new As2Link(
                signer.identity(),
                Candidate.ACME.name(),
                RECEIVER.name(),
                URI.create("http://127.0.0.1/as2"),
                As2Policy.strict(),
                List.of(RECEIVER.certificate()));
    }

    private static PreparedMessage message(As2Link link, int bytes, int number) {
        var document = ReturnRequest.ofAbout(bytes, number).getBytes(StandardCharsets.US_ASCII);
        try {
            return PreparedMessage.of(link, number + ".x12", document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The receiver's key, which only its owner may read. */
    static void writeKey(Path file) throws IOException, GeneralSecurityException {
        var password = PASSWORD.toCharArray();
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        Certificate[] chain = {RECEIVER.certificate()};
        store.setKeyEntry(RECEIVER.name(), RECEIVER.keys().getPrivate(), password, chain);
        try (var out = Files.newOutputStream(file)) {
            store.store(out, password);
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    static Path writeSender(Path folder) throws IOException, GeneralSecurityException {
        return Files.writeString(folder.resolve("acme.pem"), Pem.of(Candidate.ACME.certificate()));
    }
}
