package io.retrogate.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/** An ERP or a 3PL: takes canonical messages and remembers the idempotency keys. */
final class DemoEndpoint implements AutoCloseable {

    private final HttpServer server;
    private final Set<String> keys = ConcurrentHashMap.newKeySet();
    private volatile boolean doubled;

    DemoEndpoint() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newFixedThreadPool(2, Demo::daemon));
        server.createContext("/returns", this::receive);
        server.start();
    }

    URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/returns");
    }

    int count() {
        return keys.size();
    }

    boolean doubled() {
        return doubled;
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            var key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
            if (key == null || !keys.add(key)) {
                doubled = true;
            }
            exchange.sendResponseHeaders(201, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
