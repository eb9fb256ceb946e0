package io.retrogate.as2;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cms.CMSAuthEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSCompressedDataGenerator;
import org.bouncycastle.cms.CMSEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.ZlibCompressor;
import org.bouncycastle.operator.OutputAEADEncryptor;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * What a partner's software puts on the wire, built by hand and in memory, apart from the product's
 * own writers.
 */
public final class RawEntity {

    private static final java.security.Provider BC =
            new org.bouncycastle.jce.provider.BouncyCastleProvider();
    private static final String CRLF = "\r\n";

    private final String headers;
    private final byte[] body;

    /** Header lines, each ending in CR LF. */
    public RawEntity(String headers, byte[] body) {
        this.headers = headers;
        this.body = body.clone();
    }

    public static RawEntity document(byte[] content) {
        return document("application/edi-x12", content);
    }

    public static RawEntity document(String type, byte[] content) {
        return new RawEntity(
                "Content-Type: "
                        + type
                        + CRLF
                        + "Content-Transfer-Encoding: binary"
                        + CRLF
                        + "Content-Disposition: attachment; filename=\"rma 1.x12\""
                        + CRLF,
                content);
    }

    public String headers() {
        return headers;
    }

    public String header(String name) {
        Matcher line = Pattern.compile("(?imd)^" + name + ":[ ]*(.*?)\r$").matcher(headers);
        return line.find() ? line.group(1) : "";
    }

    public byte[] body() {
        return body.clone();
    }

    public byte[] bytes() {
        return concat((headers + CRLF).getBytes(ISO_8859_1), body);
    }

    public RawEntity withBody(byte[] other) {
        return new RawEntity(headers, other);
    }

    public RawEntity withHeaders(String other) {
        return new RawEntity(other, body);
    }

    public RawEntity base64() {
        String encoded = headers.replace("binary", "base64");
        return new RawEntity(encoded, Base64.getMimeEncoder().encode(body));
    }

    public static String mic(byte[] covered, String algorithm) {
        try {
            byte[] digest = MessageDigest.getInstance(algorithm).digest(covered);
            return Base64.getEncoder().encodeToString(digest);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public RawEntity signed(As2Party... signers) {
        return signed("SHA256withRSA", signers);
    }

    public RawEntity signed(String algorithm, As2Party... signers) {
        return multipart(bytes(), signature(bytes(), algorithm, List.of(signers)));
    }

    /** The content may differ from what the signature covers. */
    public static RawEntity multipart(byte[] content, byte[] signature) {
        String boundary = "=_b" + Integer.toHexString(content.length);
        String head = "--" + boundary + CRLF;
        String between =
                CRLF
                        + "--"
                        + boundary
                        + CRLF
                        + "Content-Type: application/pkcs7-signature; name=smime.p7s"
                        + CRLF
                        + "Content-Transfer-Encoding: base64"
                        + CRLF
                        + CRLF;
        byte[] text = Base64.getMimeEncoder().encode(signature);
        byte[] tail = (CRLF + "--" + boundary + "--" + CRLF).getBytes(ISO_8859_1);
        return new RawEntity(
                "Content-Type: multipart/signed; protocol=\"application/pkcs7-signature\";"
                        + " micalg=sha-256; boundary=\""
                        + boundary
                        + "\""
                        + CRLF,
                concat(
                        head.getBytes(ISO_8859_1),
                        content,
                        between.getBytes(ISO_8859_1),
                        text,
                        tail));
    }

    public static byte[] signature(byte[] content, String algorithm, List<As2Party> signers) {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            var digests = new JcaDigestCalculatorProviderBuilder().build();
            for (As2Party signer : signers) {
                generator.addSignerInfoGenerator(
                        new JcaSignerInfoGeneratorBuilder(digests)
                                .build(
                                        new JcaContentSignerBuilder(algorithm)
                                                .setProvider(BC)
                                                .build(signer.keys().getPrivate()),
                                        signer.certificate()));
                generator.addCertificate(
                        new org.bouncycastle.cert.jcajce.JcaX509CertificateHolder(
                                signer.certificate()));
            }
            return generator.generate(new CMSProcessableByteArray(content), false).getEncoded();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public RawEntity compressed() {
        try {
            byte[] der =
                    new CMSCompressedDataGenerator()
                            .generate(new CMSProcessableByteArray(bytes()), new ZlibCompressor())
                            .getEncoded();
            return pkcs7("compressed-data", der);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public RawEntity encrypted(As2Party recipient, String oid) {
        return enveloped(new JceKeyTransRecipientInfoGeneratorFor(recipient).pkcs1(), oid);
    }

    public RawEntity encryptedWithOaep(As2Party recipient, String oid) {
        return enveloped(new JceKeyTransRecipientInfoGeneratorFor(recipient).oaep(), oid);
    }

    private RawEntity enveloped(JceKeyTransRecipientInfoGenerator recipient, String oid) {
        try {
            CMSEnvelopedDataGenerator generator = new CMSEnvelopedDataGenerator();
            generator.addRecipientInfoGenerator(recipient);
            byte[] der =
                    generator
                            .generate(
                                    new CMSProcessableByteArray(bytes()),
                                    new JceCMSContentEncryptorBuilder(new ASN1ObjectIdentifier(oid))
                                            .setProvider(BC)
                                            .build())
                            .getEncoded();
            return pkcs7("enveloped-data", der);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public RawEntity authEncrypted(As2Party recipient, String oid) {
        try {
            CMSAuthEnvelopedDataGenerator generator = new CMSAuthEnvelopedDataGenerator();
            generator.addRecipientInfoGenerator(
                    new JceKeyTransRecipientInfoGeneratorFor(recipient).pkcs1());
            var cipher =
                    (OutputAEADEncryptor)
                            new JceCMSContentEncryptorBuilder(new ASN1ObjectIdentifier(oid))
                                    .setProvider(BC)
                                    .build();
            byte[] der =
                    generator.generate(new CMSProcessableByteArray(bytes()), cipher).getEncoded();
            return pkcs7("authEnveloped-data", der);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static RawEntity pkcs7(String smimeType, byte[] der) {
        return new RawEntity(
                "Content-Type: application/pkcs7-mime; smime-type="
                        + smimeType
                        + "; name=smime.p7m"
                        + CRLF
                        + "Content-Transfer-Encoding: binary"
                        + CRLF,
                der);
    }

    private static byte[] concat(byte[]... pieces) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            all.writeBytes(piece);
        }
        return all.toByteArray();
    }

    private record JceKeyTransRecipientInfoGeneratorFor(As2Party party) {

        JceKeyTransRecipientInfoGenerator pkcs1() {
            try {
                return new JceKeyTransRecipientInfoGenerator(party.certificate());
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        JceKeyTransRecipientInfoGenerator oaep() {
            try {
                AlgorithmIdentifier oaep =
                        new org.bouncycastle.operator.jcajce.JcaAlgorithmParametersConverter()
                                .getAlgorithmIdentifier(
                                        org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers
                                                .id_RSAES_OAEP,
                                        new javax.crypto.spec.OAEPParameterSpec(
                                                "SHA-256",
                                                "MGF1",
                                                java.security.spec.MGF1ParameterSpec.SHA256,
                                                javax.crypto.spec.PSource.PSpecified.DEFAULT));
                return new JceKeyTransRecipientInfoGenerator(party.certificate(), oaep);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
