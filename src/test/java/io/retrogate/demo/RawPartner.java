package io.retrogate.demo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.retrogate.as2.As2Party;
import io.retrogate.as2.RawEntity;
import io.retrogate.as2.ReceivedMdn;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Map;

/** Puts any bytes on the wire, right or wrong; shares no code with the product. */
record RawPartner(URI gateway, X509Certificate certificate) {

    private static final String AES256_CBC = "2.16.840.1.101.3.4.1.42";

    /** Signed by these, which may be nobody, and encrypted for the gateway. */
    RawEntity message(byte[] document, As2Party... signers) {
        var recipient = new As2Party("RETROGATE", new KeyPair(null, null), certificate);
        return RawEntity.document(document).signed(signers).encrypted(recipient, AES256_CBC);
    }

    static Map<String, String> names(String from, String to, String messageId) {
        return Map.of("AS2-From", from, "AS2-To", to, "Message-ID", messageId);
    }

    HttpResponse<byte[]> post(RawEntity message, Map<String, String> names)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(gateway)
                        .timeout(Duration.ofSeconds(60))
                        .header("AS2-Version", "1.1")
                        .header("Disposition-Notification-To", "mailto:acme")
                        .header(
                                "Disposition-Notification-Options",
                                "signed-receipt-protocol=optional, pkcs7-signature;"
                                        + " signed-receipt-micalg=optional, sha-256")
                        .header("Content-Type", message.header("Content-Type"))
                        .POST(BodyPublishers.ofByteArray(message.body()));
        names.forEach(request::header);
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    static ReceivedMdn mdn(HttpResponse<byte[]> response) {
        return new ReceivedMdn(
                response.headers().firstValue("Content-Type").orElse(""),
                new String(response.body(), ISO_8859_1));
    }
}
