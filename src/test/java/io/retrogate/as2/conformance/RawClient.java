package io.retrogate.as2.conformance;

import io.retrogate.as2.RawEntity;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Posts anything, right or wrong. Its MIME is {@link RawEntity}, its CMS BouncyCastle alone:
 * nothing of it is the product's.
 */
final class RawClient {

    private final HttpClient http;
    private final URI url;
    private final X509Certificate ours;

    RawClient(URI url, X509Certificate ours) {
        this(url, ours, HttpClient.newBuilder());
    }

    RawClient(URI url, X509Certificate ours, HttpClient.Builder http) {
        this.http = http.version(HttpClient.Version.HTTP_1_1).build();
        this.url = url;
        this.ours = ours;
    }

    /** A message that is about to be sent; each method but the last returns it changed. */
    final class Outgoing {

        private final RawEntity entity;
        private final Map<String, String> headers = new LinkedHashMap<>();
        private boolean expectContinue;

        private Outgoing(RawEntity entity, String messageId) {
            this.entity = entity;
            headers.put("AS2-From", "acme");
            headers.put("AS2-To", Agreements.OURS);
            headers.put("Message-ID", messageId);
            headers.put("AS2-Version", "1.1");
            headers.put("Disposition-Notification-To", "mailto:edi@acme.example");
            headers.put("Content-Type", entity.header("Content-Type"));
            micalg("optional, sha-256");
        }

        Outgoing with(String name, String value) {
            headers.put(name, value);
            return this;
        }

        Outgoing without(String... names) {
            for (String name : names) {
                headers.remove(name);
            }
            return this;
        }

        Outgoing from(String as2Name) {
            return with("AS2-From", as2Name);
        }

        Outgoing micalg(String wanted) {
            return with(
                    "Disposition-Notification-Options",
                    "signed-receipt-protocol=optional, pkcs7-signature; signed-receipt-micalg="
                            + wanted);
        }

        Outgoing unsignedReceipt() {
            return without("Disposition-Notification-Options");
        }

        Outgoing noReceipt() {
            return without("Disposition-Notification-Options", "Disposition-Notification-To");
        }

        Outgoing expectContinue() {
            expectContinue = true;
            return this;
        }

        String messageId() {
            return headers.getOrDefault("Message-ID", "");
        }

        byte[] body() {
            return entity.body();
        }

        /**
         * The request line and all headers but those that frame the body, each with its line end.
         */
        String head() {
            StringBuilder head = new StringBuilder("POST /as2 HTTP/1.1\r\nHost: gateway\r\n");
            headers.forEach((name, v) -> head.append(name + ": " + v + "\r\n"));
            return head.toString();
        }

        Answer post() throws Exception {
            return post(BodyPublishers.ofByteArray(entity.body()));
        }

        Answer post(BodyPublisher body) throws Exception {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(url)
                            .timeout(Duration.ofSeconds(60))
                            .expectContinue(expectContinue)
                            .POST(body);
            headers.forEach(request::header);
            return Answer.of(http.send(request.build(), BodyHandlers.ofByteArray()), about());
        }

        WireMdn.About about() {
            return new WireMdn.About(
                    WireMdn.unquoted(headers.getOrDefault("AS2-From", "")),
                    WireMdn.unquoted(headers.getOrDefault("AS2-To", "")),
                    messageId(),
                    ours);
        }
    }

    Outgoing message(RawEntity entity, String messageId) {
        return new Outgoing(entity, messageId);
    }
}
