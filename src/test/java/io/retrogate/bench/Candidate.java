package io.retrogate.bench;

import io.retrogate.as2.As2Link;
import io.retrogate.as2.As2Party;
import io.retrogate.as2.As2Policy;
import io.retrogate.as2.PreparedMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * A server under load, and the messages that it gets.
 *
 * @param database its process id, if the server has one
 */
record Candidate(
        String name,
        ServerProcess server,
        OptionalLong database,
        Post post,
        List<PreparedMessage> messages,
        PreparedMessage forged)
        implements AutoCloseable {

    static final As2Party ACME = As2Party.named("ACME");

    private static final As2Party STRANGER = As2Party.named("stranger");
    private static final int DOCUMENT = 5_120;

    /** Each message carries a document of its own. */
    static Candidate of(
            String as2Name,
            String name,
            ServerProcess server,
            OptionalLong database,
            X509Certificate certificate,
            int messages) {
        var ours = link(ACME, as2Name, server, certificate);
        var prepared =
                IntStream.rangeClosed(1, messages).parallel().mapToObj(i -> message(ours, i));
        return new Candidate(
                name,
                server,
                database,
                new Post(server.url(), "ACME", as2Name),
                prepared.toList(),
                message(link(STRANGER, as2Name, server, certificate), 0));
    }

    private static As2Link link(
            As2Party signer, String to, ServerProcess server, X509Certificate certificate) {
        return new As2Link(
                signer.identity(),
                "ACME",
                to,
                server.url(),
                As2Policy.strict(),
                List.of(certificate));
    }

    private static PreparedMessage message(As2Link link, int number) {
        var document =
                ShipNotice.ofAbout(DOCUMENT).replace("000001002", String.format("%09d", number));
        try {
            return PreparedMessage.of(
                    link, number + ".x12", document.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** That it looks at signatures, and that we look at its answers: what a stranger signed. */
    void refusesAStranger() throws IOException {
        var exchange = post.sendAlone(forged);
        try {
            exchange.check();
        } catch (Exchange.WrongAnswer expected) {
            return;
        }
        throw new IllegalStateException(name + " took a message that a stranger had signed");
    }

    /** The same server, which gets these. */
    Candidate sending(Workload workload) {
        return new Candidate(name, server, database, post, workload.messages(), workload.forged());
    }

    Measurement.Costs costs() throws IOException {
        return new Measurement.Costs(
                ProcessorTime.of(server.pid()),
                database.isPresent()
                        ? ProcessorTime.withChildren(database.getAsLong())
                        : Duration.ZERO,
                ProcessorTime.of(ProcessHandle.current().pid()));
    }

    /** The database too, should the server have ended without ending it. */
    @Override
    public void close() throws IOException {
        var left = database.stream().mapToObj(ProcessHandle::of).flatMap(Optional::stream).toList();
        server.close();
        left.forEach(ProcessHandle::destroy);
    }
}
