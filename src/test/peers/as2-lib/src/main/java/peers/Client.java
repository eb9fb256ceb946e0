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
import com.helger.as2lib.exception.AS2Exception;
import com.helger.as2lib.message.AS2Message;
import com.helger.as2lib.message.IMessage;
import com.helger.as2lib.session.AS2Session;
import com.helger.mail.datasource.ByteArrayDataSource;
import com.helger.mail.cte.EContentTransferEncoding;
import com.helger.security.keystore.EKeyStoreType;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Sends files and prints one line of JSON for each: file, messageId, disposition, signed, micMatches
 * (null if there was none to compare), error. The file {@code -} reads lines from standard input,
 * each a path, or a Message-ID and a path with a tab between them.
 */
final class Client {

    private final Options options;
    private final EKeyStoreType keyType;
    private final byte[] keys;
    private final String own;
    private final String partner;

    Client(Options options) throws Exception {
        this(
                options,
                options.get("from"),
                options.get("to"),
                options.keys(
                        options.get("from"), Map.of(options.get("to"), options.get("partner-cert"))));
    }

    Client(Options options, String own, String partner, KeyStore keys) throws Exception {
        this.options = options;
        this.own = own;
        this.partner = partner;
        this.keyType =
                keys.getType().equals("JKS") ? EKeyStoreType.JKS : EKeyStoreType.PKCS12;
        this.keys = Options.bytes(keys);
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
        sent(messageId, file, "", line);
        System.out.println(Options.json(line));
    }

    /**
     * @param later where an asynchronous receipt should go; empty: in the answer
     */
    void sent(String messageId, String file, String later, Map<String, Object> line)
            throws Exception {
        line.put("messageId", null);
        line.put("disposition", null);
        line.put("signed", null);
        line.put("micMatches", null);
        line.put("error", null);
        AS2ClientRequest request = new AS2ClientRequest(options.get("subject", "document"));
        // Of bytes alone it can make no message that is neither signed nor anything else.
        String type = options.get("content-type", "application/edi-x12");
        byte[] content = Files.readAllBytes(Path.of(file));
        request.setData(new ByteArrayDataSource(content, type, null).getAsDataHandler());
        request.setContentType(type);
        request.setFilename(Path.of(file).getFileName().toString());
        request.setContentTransferEncoding(EContentTransferEncoding.BINARY);
        AS2ClientResponse response =
                new Named(messageId, options.get("work", ""), line)
                        .sendSynchronous(settings(later, line), request);
        if (response.hasMDN()) {
            line.put("disposition", response.getMDNDisposition());
            line.put(
                    "signed",
                    response.getMDN()
                            .attrs()
                            .getAsBoolean(AS2Message.ATTRIBUTE_RECEIVED_SIGNED, false));
        }
        if (response.hasException()) {
            line.put("error", response.getException().toString());
        }
    }

    private AS2ClientSettings settings(String later, Map<String, Object> line) {
        AS2ClientSettings settings = new AS2ClientSettings();
        settings.setKeyStore(keyType, keys, Options.PASSWORD);
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
        settings.setMDNRequested(!options.get("receipt", "signed").equals("none"));
        if (!later.isEmpty()) {
            settings.setAsyncMDNUrl(later);
        }
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
        private final String pending;
        private final Map<String, Object> line;

        Named(String messageId, String pending, Map<String, Object> line) {
            this.messageId = messageId;
            this.pending = pending;
            this.line = line;
        }

        @Override
        protected void initMessageProcessor(AS2Session session) throws AS2Exception {
            super.initMessageProcessor(session);
            if (!pending.isEmpty()) {
                session.getMessageProcessor().setPendingMDNFolder(pending);
                session.getMessageProcessor().setPendingMDNInfoFolder(pending);
            }
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
