package io.retrogate.receive;

import io.retrogate.as2.As2Names;
import io.retrogate.as2.MimeHeaders;
import io.retrogate.as2.ReceiptRequest;
import java.io.InputStream;
import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * An HTTP request that claims to be an AS2 message.
 *
 * @param length as declared, -1 if not
 * @param shown the certificate of which the other side proved by TLS that it has the key
 */
record As2Request(
        MimeHeaders headers, long length, InputStream body, Optional<X509Certificate> shown) {

    /**
     * Who wants what (RFC 4130 §6).
     *
     * @param from unquoted
     * @param to unquoted
     * @param messageId exactly as it came
     */
    record Envelope(String from, String to, String messageId, ReceiptRequest wanted) {

        /** No two different messages have the same one. */
        String uniqueKey() {
            return "as2|" + escaped(from) + "|" + escaped(to) + "|" + messageId;
        }

        private static String escaped(String name) {
            return name.replace("%", "%25").replace("|", "%7C");
        }
    }

    Optional<Envelope> envelope() {
        Optional<String> from = headers.first("AS2-From").flatMap(As2Names::unquote);
        Optional<String> to = headers.first("AS2-To").flatMap(As2Names::unquote);
        Optional<String> id = headers.first("Message-ID").filter(i -> !i.isBlank());
        if (from.isEmpty() || to.isEmpty() || id.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Envelope(from.get(), to.get(), id.get(), ReceiptRequest.of(headers)));
    }
}
