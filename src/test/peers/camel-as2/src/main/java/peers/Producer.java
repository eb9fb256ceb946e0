package peers;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.as2.api.AS2CompressionAlgorithm;
import org.apache.camel.component.as2.api.AS2EncryptionAlgorithm;
import org.apache.camel.component.as2.api.AS2Header;
import org.apache.camel.component.as2.api.AS2MessageStructure;
import org.apache.camel.component.as2.api.AS2SignatureAlgorithm;
import org.apache.camel.component.as2.internal.AS2Constants;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.protocol.HttpCoreContext;

/**
 * Its producer. It looks neither at the signature nor at the MIC of a receipt, so that is done with
 * functions of its API, see {@link Receipt}.
 */
final class Producer {

    private final Keys keys;
    private final int receipts;
    private final ProducerTemplate template;

    /** It gives a connection that failed never back to its pool; so another endpoint goes on. */
    private int failures;

    private final Map<String, byte[]> covered = new ConcurrentHashMap<>();

    Producer(CamelContext camel, Keys keys, int receipts) {
        this.keys = keys;
        this.receipts = receipts;
        this.template = camel.createProducerTemplate();
    }

    void send(Options message, Map<String, Object> line) throws Exception {
        byte[] content = Files.readAllBytes(Path.of(message.files.get(0)));
        URI url = URI.create(message.get("url"));
        String endpoint =
                "as2:client/send?inBody=ediMessage&httpSocketTimeout=20s&clientFqdn=client"
                        + failures
                        + ".example&targetHostname="
                        + url.getHost()
                        + "&targetPortNumber="
                        + url.getPort();
        Exchange exchange =
                template.request(
                        endpoint,
                        e -> {
                            e.getIn().setBody(new ByteArrayInputStream(content));
                            settings(message, url.getPath())
                                    .forEach((k, v) -> e.getIn().setHeader("CamelAs2." + k, v));
                        });
        line.put("error", null);
        if (exchange.getException() != null) {
            line.put("error", cause(exchange.getException()));
            failures++;
        }
        HttpCoreContext context =
                exchange.getProperty(AS2Constants.AS2_INTERCHANGE, HttpCoreContext.class);
        if (context != null) {
            String id = context.getRequest().getFirstHeader(AS2Header.MESSAGE_ID).getValue();
            line.put("messageId", id);
            covered.put(id, Receipt.covered(content, message));
            ClassicHttpResponse response = (ClassicHttpResponse) context.getResponse();
            if (response.getCode() != 200) {
                line.put("error", "HTTP " + response.getCode());
            } else if (exchange.getMessage().getBody() instanceof HttpEntity entity) {
                judge(entity, line);
            }
        }
    }

    void judge(HttpEntity receipt, Map<String, Object> line) {
        new Receipt(receipt, keys.partnerChain()).judge(covered, line);
    }

    private Map<String, Object> settings(Options message, String path) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("requestUri", path);
        settings.put("subject", "document");
        settings.put("from", keys.own() + "@example.com");
        settings.put("as2From", keys.own());
        settings.put("as2To", keys.partner());
        settings.put("ediMessageContentType", message.get("content-type", "application/edi-x12"));
        settings.put("ediMessageCharset", Receipt.CHARSET);
        settings.put("ediMessageTransferEncoding", message.get("encoding", "binary"));
        settings.put("attachedFileName", Path.of(message.files.get(0)).getFileName().toString());
        String digest = message.get("digest", "sha-256");
        boolean signed = !digest.equals("none");
        String cipher = message.get("cipher", "aes256-cbc");
        boolean encrypted = !cipher.equals("none");
        String compress = message.get("compress", "none");
        settings.put("as2MessageStructure", structure(signed, encrypted, compress));
        if (signed) {
            settings.put("signingAlgorithm", signing(digest));
            settings.put("signingCertificateChain", keys.chain());
            settings.put("signingPrivateKey", keys.key());
        }
        if (encrypted) {
            settings.put("encryptingAlgorithm", encryption(cipher));
            settings.put("encryptingCertificateChain", keys.partnerChain());
        }
        if (!compress.equals("none")) {
            settings.put("compressionAlgorithm", AS2CompressionAlgorithm.ZLIB);
        }
        receipt(message, signed ? digest : "sha-256", settings);
        return settings;
    }

    private void receipt(Options message, String digest, Map<String, Object> settings) {
        String wanted = message.get("receipt", "signed");
        if (!wanted.equals("none")) {
            settings.put("dispositionNotificationTo", keys.own() + "@example.com");
        }
        if (wanted.equals("signed")) {
            settings.put("signedReceiptMicAlgorithms", digest);
        }
        if (message.get("later", "false").equals("true")) {
            settings.put("receiptDeliveryOption", "http://127.0.0.1:" + receipts + "/mdn");
        }
    }

    private static AS2SignatureAlgorithm signing(String digest) {
        return AS2SignatureAlgorithm.valueOf(
                digest.replace("-", "").toUpperCase(Locale.ROOT) + "WITHRSA");
    }

    private static AS2EncryptionAlgorithm encryption(String cipher) {
        return cipher.equals("3des")
                ? AS2EncryptionAlgorithm.DES_EDE3_CBC
                : AS2EncryptionAlgorithm.valueOf(
                        cipher.replace('-', '_').toUpperCase(Locale.ROOT));
    }

    static AS2MessageStructure structure(boolean signed, boolean encrypted, String compress) {
        boolean before = compress.equals("before");
        String inner =
                switch (compress + signed) {
                    case "nonetrue" -> "SIGNED";
                    case "nonefalse" -> "PLAIN";
                    case "beforetrue" -> "COMPRESSED_SIGNED";
                    case "aftertrue" -> "SIGNED_COMPRESSED";
                    default -> "PLAIN_COMPRESSED";
                };
        if (!encrypted) {
            return AS2MessageStructure.valueOf(inner);
        }
        return switch (inner) {
            case "PLAIN" -> AS2MessageStructure.ENCRYPTED;
            case "SIGNED" -> AS2MessageStructure.SIGNED_ENCRYPTED;
            case "PLAIN_COMPRESSED" -> AS2MessageStructure.ENCRYPTED_COMPRESSED;
            default ->
                    before
                            ? AS2MessageStructure.ENCRYPTED_COMPRESSED_SIGNED
                            : AS2MessageStructure.ENCRYPTED_SIGNED_COMPRESSED;
        };
    }

    private static String cause(Throwable failure) {
        Throwable last = failure;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        return failure.getMessage() + (last == failure ? "" : ": " + last);
    }
}
