package peers;

import com.helger.as2lib.client.AS2Client;
import com.helger.as2lib.client.AS2ClientRequest;
import com.helger.as2lib.client.AS2ClientResponse;
import com.helger.as2lib.client.AS2ClientSettings;
import com.helger.as2lib.crypto.ECompressionType;
import com.helger.as2lib.crypto.ECryptoAlgorithmCrypt;
import com.helger.as2lib.crypto.ECryptoAlgorithmSign;
import com.helger.as2lib.crypto.IMICMatchingHandler;
import com.helger.as2lib.disposition.DispositionOptions;
import com.helger.as2lib.message.IMessage;
import com.helger.as2lib.session.AS2Session;
import com.helger.mail.cte.EContentTransferEncoding;
import com.helger.security.keystore.EKeyStoreType;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Sends files and prints one line of JSON for each: file, messageId, disposition, micMatches
 * (null if there was none to compare), error. The file {@code -} reads lines from standard input,
 * each a path, or a Message-ID and a path with a tab between them.
 */
final class Client {

    private final Options options;
    private final byte[] keys;
    private final String own;
    private final String partner;

    Client(Options options) throws Exception {
        this.options = options;
        this.own = options.get("from");
        this.partner = options.get("to");
        this.keys =
                Options.bytes(options.keys(own, Map.of(partner, options.get("partner-cert"))));
    }

    void run() throws Exception {
        for (String file : options.files) {
            if (!file.equals("-")) {
                send(options.get("message-id", ""), file);
                continue;
            }
            try (BufferedReader lines =
                    new BufferedReader(
                            new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    int tab = line.indexOf('\t');
                    send(tab < 0 ? "" : line.substring(0, tab), line.substring(tab + 1));
                }
            }
        }
    }

    private void send(String messageId, String file) throws Exception {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("file", file);
        line.put("messageId", null);
        line.put("disposition", null);
        line.put("micMatches", null);
        line.put("error", null);
        AS2ClientRequest request = new AS2ClientRequest(options.get("subject", "document"));
        request.setData(Files.readAllBytes(Path.of(file)));
        request.setContentType(options.get("content-type", "application/edi-x12"));
        request.setFilename(Path.of(file).getFileName().toString());
        request.setContentTransferEncoding(EContentTransferEncoding.BINARY);
        AS2ClientResponse response = new Named(messageId, line).sendSynchronous(settings(line), request);
        if (response.hasMDN()) {
            line.put("disposition", response.getMDNDisposition());
        }
        if (response.hasException()) {
            line.put("error", response.getException().toString());
        }
        System.out.println(Options.json(line));
    }

    private AS2ClientSettings settings(Map<String, Object> line) {
        AS2ClientSettings settings = new AS2ClientSettings();
        settings.setKeyStore(EKeyStoreType.PKCS12, keys, Options.PASSWORD);
        settings.setSenderData(own, own + "@example.com", own);
        settings.setReceiverData(partner, partner, options.get("url"));
        settings.setPartnershipName(own + "-" + partner);
        ECryptoAlgorithmSign digest = digest(options.get("digest", "sha-256"));
        settings.setEncryptAndSign(cipher(options.get("cipher", "aes256-cbc")), digest);
        switch (options.get("compress", "none")) {
            case "before" -> settings.setCompress(ECompressionType.ZLIB, true);
            case "after" -> settings.setCompress(ECompressionType.ZLIB, false);
            default -> settings.setCompress(null, true);
        }
        settings.setMDNRequested(true);
        DispositionOptions wanted = new DispositionOptions();
        if (options.get("receipt", "signed").equals("signed")) {
            wanted.setProtocol(DispositionOptions.PROTOCOL_PKCS7_SIGNATURE)
                    .setProtocolImportance(DispositionOptions.IMPORTANCE_OPTIONAL)
                    .setMICAlg(digest == null ? ECryptoAlgorithmSign.DIGEST_SHA_256 : digest)
                    .setMICAlgImportance(DispositionOptions.IMPORTANCE_OPTIONAL);
        }
        settings.setMDNOptions(wanted);
        settings.setMICMatchingHandler(new Matching(line));
        return settings;
    }

    private static ECryptoAlgorithmSign digest(String name) {
        return switch (name) {
            case "none" -> null;
            case "sha-1" -> ECryptoAlgorithmSign.DIGEST_SHA_1;
            case "sha-384" -> ECryptoAlgorithmSign.DIGEST_SHA_384;
            case "sha-512" -> ECryptoAlgorithmSign.DIGEST_SHA_512;
            default -> ECryptoAlgorithmSign.DIGEST_SHA_256;
        };
    }

    private static ECryptoAlgorithmCrypt cipher(String name) {
        return switch (name) {
            case "none" -> null;
            case "3des" -> ECryptoAlgorithmCrypt.CRYPT_3DES;
            case "aes128-cbc" -> ECryptoAlgorithmCrypt.CRYPT_AES128_CBC;
            case "aes192-cbc" -> ECryptoAlgorithmCrypt.CRYPT_AES192_CBC;
            case "aes128-gcm" -> ECryptoAlgorithmCrypt.CRYPT_AES128_GCM;
            case "aes256-gcm" -> ECryptoAlgorithmCrypt.CRYPT_AES256_GCM;
            default -> ECryptoAlgorithmCrypt.CRYPT_AES256_CBC;
        };
    }

    /** Chooses the Message-ID, and trusts no certificate inside a receipt. */
    private static final class Named extends AS2Client {

        private final String messageId;
        private final Map<String, Object> line;

        Named(String messageId, Map<String, Object> line) {
            this.messageId = messageId;
            this.line = line;
        }

        @Override
        protected AS2Session createSession() {
            AS2Session session = super.createSession();
            session.setCryptoVerifyUseCertificateInBodyPart(false);
            return session;
        }

        @Override
        protected void beforeSend(AS2ClientSettings settings, AS2Session session, IMessage msg) {
            if (!messageId.isEmpty()) {
                msg.setMessageID(messageId);
            }
            line.put("messageId", msg.getMessageID());
        }
    }

    private record Matching(Map<String, Object> line) implements IMICMatchingHandler {

        @Override
        public void onMICMatch(IMessage msg, String mic) {
            line.put("micMatches", true);
        }

        @Override
        public void onMICMismatch(IMessage msg, String sent, String received) {
            line.put("micMatches", false);
        }
    }
}
