package io.retrogate.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.retrogate.as2.As2Identity;
import io.retrogate.as2.As2Link;
import io.retrogate.as2.As2Message;
import io.retrogate.as2.As2Outcome;
import io.retrogate.as2.As2Policy;
import io.retrogate.as2.As2Sender;
import io.retrogate.as2.As2Trust;
import io.retrogate.as2.Mdn;
import io.retrogate.as2.MdnWriter;
import io.retrogate.as2.MimeHeaders;
import io.retrogate.as2.ReceiptRequest;
import io.retrogate.as2.Spools;
import io.retrogate.as2.Unwrapper;
import io.retrogate.edi.Content;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** The retailer: sends X12 over AS2, signed and encrypted, and receives our answers likewise. */
final class AcmePartner implements AutoCloseable {

    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final Clock clock;
    private final As2Identity own;
    private final Spools spools;
    private final HttpServer server;
    private final List<String> received = new CopyOnWriteArrayList<>();
    private Optional<X509Certificate> gateway = Optional.empty();

    AcmePartner(As2Identity own, Path spool, Clock clock) throws IOException {
        this.own = own;
        this.spools = new Spools(spool);
        this.clock = clock;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newFixedThreadPool(2, Demo::daemon));
        server.createContext("/as2", this::receive);
        server.start();
    }

    URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/as2");
    }

    void trust(X509Certificate certificate) {
        gateway = Optional.of(certificate);
    }

    As2Outcome send(URI to, byte[] document, String name) {
        return send(to, document, name, "<" + UUID.randomUUID() + "@acme.example>");
    }

    /** A resend goes out under the Message-ID of the first attempt. */
    As2Outcome send(URI to, byte[] document, String name, String messageId) {
        var link =
                new As2Link(
                        own,
                        "ACME",
                        "RETROGATE",
                        to,
                        As2Policy.strict(),
                        List.of(gateway.orElseThrow()));
        var message =
                new As2Message(
                        messageId, name, name + ".edi", "application/edi-x12", content(document));
        return new As2Sender(spools, clock).send(link, message, DEADLINE);
    }

    /** Every interchange that came, as text. */
    List<String> received() {
        return List.copyOf(received);
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            var headers = headers(exchange);
            var wanted = ReceiptRequest.of(headers);
            var trust =
                    new As2Trust(own, As2Policy.strict(), gateway.map(List::of).orElse(List.of()));
            try (var message =
                    new Unwrapper(spools, clock).unwrap(headers, content(body), trust, wanted)) {
                if (message.refusal().isEmpty()) {
                    try (var payload = message.parts().get(0).open()) {
                        received.add(
                                new String(payload.readAllBytes(), StandardCharsets.ISO_8859_1));
                    }
                }
                var subject =
                        new MdnWriter.Subject(
                                "ACME",
                                "RETROGATE",
                                headers.first("Message-ID").orElse(""),
                                wanted,
                                message.refusal(),
                                message.mic());
                answer(
                        exchange,
                        new MdnWriter(clock, UUID::randomUUID).write(subject, Optional.of(own)));
            }
        }
    }

    private static MimeHeaders headers(HttpExchange exchange) {
        return new MimeHeaders(
                exchange.getRequestHeaders().entrySet().stream()
                        .flatMap(
                                header ->
                                        header.getValue().stream()
                                                .map(
                                                        v ->
                                                                new MimeHeaders.Field(
                                                                        header.getKey(), v)))
                        .toList());
    }

    private static void answer(HttpExchange exchange, Mdn mdn) throws IOException {
        mdn.headers()
                .lines()
                .forEach(
                        line ->
                                exchange.getResponseHeaders()
                                        .add(
                                                line.substring(0, line.indexOf(':')),
                                                line.substring(line.indexOf(':') + 1).strip()));
        var body = mdn.body().getBytes(StandardCharsets.ISO_8859_1);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    private static Content content(byte[] bytes) {
        return new Content() {
            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }

            @Override
            public long size() {
                return bytes.length;
            }
        };
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
