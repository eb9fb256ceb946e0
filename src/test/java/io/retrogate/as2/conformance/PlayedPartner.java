package io.retrogate.as2.conformance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.retrogate.as2.RawEntity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.cert.Certificate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/** A partner's receiver that answers whatever it is told to. */
final class PlayedPartner implements AutoCloseable {

    private final HttpServer server;
    private final String scheme;
    final List<WirePart> received = new CopyOnWriteArrayList<>();

    /** The certificates that came with them, if it demands any. */
    final List<Certificate> shown = new CopyOnWriteArrayList<>();

    private volatile Reply reply = message -> new RawEntity("", new byte[0]);
    private volatile int status = 200;

    /** Makes the receipt, or whatever comes instead of it. */
    @FunctionalInterface
    interface Reply {
        RawEntity to(WirePart message);
    }

    PlayedPartner() throws IOException {
        this(0);
    }

    PlayedPartner(int port) throws IOException {
        this(HttpServer.create(loopback(port), 0), "http");
    }

    /**
     * Over TLS.
     *
     * @param demanding the version in which it demands a certificate; empty: it demands none
     */
    PlayedPartner(SSLContext tls, String demanding) throws IOException {
        this(secured(tls, demanding), "https");
    }

    private PlayedPartner(HttpServer server, String scheme) {
        this.server = server;
        this.scheme = scheme;
        server.createContext("/", this::answer);
        server.start();
    }

    private static HttpServer secured(SSLContext tls, String demanding) throws IOException {
        HttpsServer server = HttpsServer.create(loopback(0), 0);
        server.setHttpsConfigurator(
                new HttpsConfigurator(tls) {
                    @Override
                    public void configure(HttpsParameters connection) {
                        SSLParameters parameters = tls.getDefaultSSLParameters();
                        if (!demanding.isEmpty()) {
                            parameters.setNeedClientAuth(true);
                            parameters.setProtocols(new String[] {demanding});
                        }
                        connection.setSSLParameters(parameters);
                    }
                });
        return server;
    }

    private static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    URI url() {
        return URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort() + "/as2");
    }

    void answers(int with, Reply by) {
        status = with;
        reply = by;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            StringBuilder whole = new StringBuilder();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> whole.append(name + ": " + values.get(0) + "\r\n"));
            whole.append("\r\n");
            whole.append(new String(exchange.getRequestBody().readAllBytes(), ISO_8859_1));
            WirePart message = WirePart.read(whole.toString());
            if (exchange instanceof HttpsExchange secured) {
                showing(secured.getSSLSession());
            }
            received.add(message);
            RawEntity receipt = reply.to(message);
            exchange.getResponseHeaders().set("Content-Type", receipt.header("Content-Type"));
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            int length = receipt.body().length;
            exchange.sendResponseHeaders(status, length == 0 ? -1 : length);
            exchange.getResponseBody().write(receipt.body());
        }
    }

    private void showing(SSLSession session) {
        try {
            shown.add(session.getPeerCertificates()[0]);
        } catch (SSLPeerUnverifiedException e) {
            // It was not asked.
        }
    }

    /** A report about a message; signing it is up to the partner. */
    static RawEntity report(String messageId, String disposition, String mic) {
        String report =
                String.join(
                        "\r\n",
                        "--r",
                        "Content-Type: text/plain",
                        "",
                        "Thank you",
                        "--r",
                        "Content-Type: message/disposition-notification",
                        "",
                        "Final-Recipient: rfc822; acme",
                        "Original-Message-ID: " + messageId,
                        "Disposition: automatic-action/MDN-sent-automatically; " + disposition,
                        "Received-Content-MIC: " + mic,
                        "",
                        "--r--",
                        "");
        return new RawEntity(
                "Content-Type: multipart/report; report-type=disposition-notification;"
                        + " boundary=\"r\"\r\n",
                report.getBytes(ISO_8859_1));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
