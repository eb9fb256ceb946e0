package io.retrogate.bench;

import io.retrogate.as2.PreparedMessage;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Posts prepared messages, each time under a Message-ID that nobody has seen. */
final class Post {

    private static final int TIMEOUT_MILLIS = 300_000;

    private final URI url;
    private final String from;
    private final String to;
    private final String run = UUID.randomUUID().toString();
    private final AtomicLong number = new AtomicLong();

    Post(URI url, String from, String to) {
        this.url = url;
        this.from = from;
        this.to = to;
    }

    Exchange send(PreparedMessage message) throws IOException {
        return send(message, "keep-alive");
    }

    /** camel-as2 refuses whatever follows a refused message on its connection. */
    Exchange sendAlone(PreparedMessage message) throws IOException {
        return send(message, "close");
    }

    private Exchange send(PreparedMessage message, String connectionOption) throws IOException {
        var id = "<" + number.incrementAndGet() + "." + run + "@acme.example>";
        var connection = (HttpURLConnection) url.toURL().openConnection();
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        // With a length, Java's client never repeats a request of its own accord.
        connection.setFixedLengthStreamingMode(message.body().length);
        connection.setRequestProperty("Connection", connectionOption);
        connection.setRequestProperty("AS2-Version", "1.1");
        connection.setRequestProperty("AS2-From", from);
        connection.setRequestProperty("AS2-To", to);
        connection.setRequestProperty("Message-ID", id);
        connection.setRequestProperty("Subject", "ship notice");
        connection.setRequestProperty("MIME-Version", "1.0");
        connection.setRequestProperty("Content-Type", message.contentType());
        connection.setRequestProperty("Disposition-Notification-To", from);
        connection.setRequestProperty(
                "Disposition-Notification-Options",
                "signed-receipt-protocol=optional, pkcs7-signature;"
                        + " signed-receipt-micalg=optional, sha-256");
        try (var out = connection.getOutputStream()) {
            out.write(message.body());
        }
        int status = connection.getResponseCode();
        try (var in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            var answer = in == null ? new byte[0] : in.readAllBytes();
            return new Exchange(message, id, status, connection.getHeaderFields(), answer);
        }
    }
}
