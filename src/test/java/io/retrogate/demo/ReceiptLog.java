package io.retrogate.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Stands between a partner and the gateway and writes every receipt down, byte for byte. */
final class ReceiptLog implements AutoCloseable {

    private static final Set<String> HOP =
            Set.of(
                    "connection",
                    "content-length",
                    "host",
                    "transfer-encoding",
                    "date",
                    "upgrade",
                    "http2-settings");

    private final URI gateway;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpServer server;
    private final Map<String, List<String>> receipts = new ConcurrentHashMap<>();

    ReceiptLog(URI gateway) throws IOException {
        this.gateway = gateway;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newFixedThreadPool(8, Demo::daemon));
        server.createContext("/as2", this::pass);
        server.start();
    }

    URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/as2");
    }

    /** By Message-ID: content type and body of all answers with status 200. */
    Map<String, List<String>> receipts() {
        return receipts;
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = HttpRequest.newBuilder(gateway);
            exchange.getRequestHeaders()
                    .forEach(
                            (name, values) -> {
                                if (!HOP.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                                    values.forEach(value -> request.header(name, value));
                                }
                            });
            var body = exchange.getRequestBody().readAllBytes();
            var answer =
                    client.send(
                            request.POST(HttpRequest.BodyPublishers.ofByteArray(body)).build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() == 200) {
                receipts.computeIfAbsent(
                                exchange.getRequestHeaders().getFirst("Message-ID"),
                                id -> new CopyOnWriteArrayList<>())
                        .add(
                                answer.headers().firstValue("Content-Type").orElse("")
                                        + "\n"
                                        + new String(answer.body(), StandardCharsets.ISO_8859_1));
            }
            answer.headers()
                    .map()
                    .forEach(
                            (name, values) -> {
                                if (!HOP.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                                    exchange.getResponseHeaders().put(name, values);
                                }
                            });
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (IOException e) {
            // The gateway was killed: the partner sees a cut connection.
            exchange.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
