package io.retrogate.as2;

import io.retrogate.edi.GatewayException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import org.bouncycastle.cms.CMSAuthEnvelopedDataStreamGenerator;
import org.bouncycastle.cms.CMSCompressedDataStreamGenerator;
import org.bouncycastle.cms.CMSEnvelopedDataStreamGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.ZlibCompressor;
import org.bouncycastle.operator.OutputAEADEncryptor;

/** Compresses (RFC 3274) and encrypts (RFC 5652 §6, RFC 5083) in streams. */
final class CmsWrapping {

    private static final int CHUNK = 1 << 16;

    private CmsWrapping() {}

    static void compress(Slice content, OutputStream out) throws IOException {
        CMSCompressedDataStreamGenerator generator = new CMSCompressedDataStreamGenerator();
        generator.setBufferSize(CHUNK);
        try (InputStream in = content.open();
                OutputStream sink = generator.open(out, new ZlibCompressor())) {
            in.transferTo(sink);
        }
    }

    static void encrypt(
            Slice content, ContentCipher cipher, X509Certificate recipient, OutputStream out)
            throws IOException {
        try (InputStream in = content.open();
                OutputStream sink =
                        cipher.authenticated()
                                ? authenticated(cipher, recipient, out)
                                : plain(cipher, recipient, out)) {
            in.transferTo(sink);
        } catch (CMSException | GeneralSecurityException e) {
            throw new GatewayException(
                    As2Problem.NO_ENCRYPTION_CERTIFICATE, String.valueOf(e.getMessage()), e);
        }
    }

    /** The partner's active certificate, if it is valid now and made for this. */
    static X509Certificate recipient(As2Link link, Clock clock) {
        return link.certificates()
                .encrypting(clock.instant())
                .orElseThrow(
                        () ->
                                new GatewayException(
                                        As2Problem.NO_ENCRYPTION_CERTIFICATE, link.partnerName()));
    }

    static GatewayException unknown(String algorithm) {
        return new GatewayException(As2Problem.UNKNOWN_ALGORITHM, algorithm);
    }

    private static OutputStream plain(
            ContentCipher cipher, X509Certificate recipient, OutputStream out)
            throws CMSException, GeneralSecurityException, IOException {
        CMSEnvelopedDataStreamGenerator generator = new CMSEnvelopedDataStreamGenerator();
        generator.setBufferSize(CHUNK);
        generator.addRecipientInfoGenerator(Recipients.writer(recipient, cipher));
        return generator.open(out, new JceCMSContentEncryptorBuilder(cipher.oid()).build());
    }

    private static OutputStream authenticated(
            ContentCipher cipher, X509Certificate recipient, OutputStream out)
            throws CMSException, GeneralSecurityException, IOException {
        CMSAuthEnvelopedDataStreamGenerator generator = new CMSAuthEnvelopedDataStreamGenerator();
        generator.setBufferSize(CHUNK);
        generator.addRecipientInfoGenerator(Recipients.writer(recipient, cipher));
        return generator.open(
                out,
                (OutputAEADEncryptor)
                        new JceCMSContentEncryptorBuilder(cipher.oid())
                                .setProvider(Recipients.BOUNCY_CASTLE)
                                .build());
    }
}
