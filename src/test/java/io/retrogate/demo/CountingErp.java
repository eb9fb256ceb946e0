package io.retrogate.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** An ERP that honours idempotency keys and remembers which document came under which key. */
final class CountingErp implements AutoCloseable {

    private final HttpServer server;

    /** Idempotency-Key to document number: the effects. */
    final Map<String, String> effects = new ConcurrentHashMap<>();

    /** Document number to POSTs that were answered with success, whatever their key. */
    final Map<String, AtomicInteger> posts = new ConcurrentHashMap<>();

    volatile int status = 201;

    CountingErp() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newFixedThreadPool(8, Demo::daemon));
        server.createContext("/returns", this::receive);
        server.start();
    }

    URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/returns");
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            var headers = exchange.getRequestHeaders();
            if (status == 201) {
                var number = headers.getFirst("ce-subject");
                effects.put(headers.getFirst("Idempotency-Key"), number);
                posts.computeIfAbsent(number, n -> new AtomicInteger()).incrementAndGet();
            }
            exchange.sendResponseHeaders(status, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
