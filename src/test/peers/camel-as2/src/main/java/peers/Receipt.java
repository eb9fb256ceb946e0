package peers;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.apache.camel.component.as2.api.AS2CompressionAlgorithm;
import org.apache.camel.component.as2.api.AS2TransferEncoding;
import org.apache.camel.component.as2.api.entity.AS2MessageDispositionNotificationEntity;
import org.apache.camel.component.as2.api.entity.ApplicationPkcs7MimeCompressedDataEntity;
import org.apache.camel.component.as2.api.entity.DispositionNotificationMultipartReportEntity;
import org.apache.camel.component.as2.api.entity.MimeEntity;
import org.apache.camel.component.as2.api.entity.MultipartSignedEntity;
import org.apache.camel.component.as2.api.util.CompressionUtils;
import org.apache.camel.component.as2.api.util.EntityUtils;
import org.apache.camel.component.as2.api.util.MicUtils;
import org.apache.camel.component.as2.api.util.SigningUtils;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;

/**
 * What a route can find out about a receipt with the product's own functions: whether the signature
 * holds, and whether the MIC is that of the entity that the producer covered.
 */
final class Receipt {

    static final String CHARSET = "ISO-8859-1";

    private final HttpEntity entity;
    private final Certificate[] partner;

    Receipt(HttpEntity entity, Certificate[] partner) {
        this.entity = entity;
        this.partner = partner;
    }

    void judge(Map<String, byte[]> covered, Map<String, Object> line) {
        HttpEntity report = entity;
        boolean signed = entity instanceof MultipartSignedEntity;
        if (signed) {
            MultipartSignedEntity whole = (MultipartSignedEntity) entity;
            if (!SigningUtils.isValid(whole, partner)) {
                line.put("error", "SigningUtils.isValid: false");
            }
            report = whole.getSignedDataEntity();
        }
        var parts = (DispositionNotificationMultipartReportEntity) report;
        var notification = (AS2MessageDispositionNotificationEntity) parts.getPart(1);
        String modifier =
                notification.getDispositionModifier() == null
                        ? ""
                        : "/" + notification.getDispositionModifier().getModifier();
        line.put("messageId", notification.getOriginalMessageId());
        line.put("disposition", "; " + notification.getDispositionType().getType() + modifier);
        line.put("signed", signed);
        var mic = notification.getReceivedContentMic();
        byte[] sent = covered.get(notification.getOriginalMessageId());
        if (mic != null && sent != null) {
            String jdk = MicUtils.getMicJdkAlgorithmName(new String[] {mic.getDigestAlgorithmId()});
            byte[] theirs = Base64.getDecoder().decode(mic.getEncodedMessageDigest());
            line.put("micMatches", Arrays.equals(theirs, MicUtils.createMic(sent, jdk)));
        }
    }

    /** What the producer signs, or else compresses or encrypts (RFC 4130 §7.3.1, RFC 5402 §4.1). */
    static byte[] covered(byte[] content, Options message) throws Exception {
        String compress = message.get("compress", "none");
        boolean signed = !message.get("digest", "sha-256").equals("none");
        boolean bare =
                !signed
                        && message.get("cipher", "aes256-cbc").equals("none")
                        && compress.equals("none");
        MimeEntity document =
                EntityUtils.createEDIEntity(
                        content,
                        ContentType.create(
                                message.get("content-type", "application/edi-x12"), CHARSET),
                        message.get("encoding", "binary"),
                        bare,
                        Path.of(message.files.get(0)).getFileName().toString());
        if (signed && compress.equals("before")) {
            document =
                    new ApplicationPkcs7MimeCompressedDataEntity(
                            document,
                            CompressionUtils.createCompressedDataGenerator(),
                            CompressionUtils.createCompressor(AS2CompressionAlgorithm.ZLIB),
                            AS2TransferEncoding.BASE64,
                            false);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.writeTo(bytes);
        return bytes.toByteArray();
    }
}
