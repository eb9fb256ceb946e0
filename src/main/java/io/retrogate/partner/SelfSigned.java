package io.retrogate.partner;

import io.retrogate.as2.As2Identity;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes a key pair with a certificate that it signs itself, as partners exchange them for AS2. */
public final class SelfSigned {

    private static final int YEARS = 10;
    private static final int SERIAL_BITS = 127;

    private SelfSigned() {}

    /**
     * RSA of this size, valid for ten years; begins a day early for partners whose clock is slow.
     */
    public static As2Identity make(String name, int bits, Instant now, SecureRandom random)
            throws IOException, GeneralSecurityException {
        return make(name, KeyType.rsa(bits, random), now, random);
    }

    /** A key of this type, valid for as long. */
    static As2Identity make(String name, KeyType type, Instant now, SecureRandom random)
            throws IOException, GeneralSecurityException {
        return make(name, type.make(random), now, random);
    }

    private static As2Identity make(String name, KeyPair pair, Instant now, SecureRandom random)
            throws IOException, GeneralSecurityException {
        var subject = new X500NameBuilder().addRDN(BCStyle.CN, name).build();
        var until = now.atOffset(ZoneOffset.UTC).plusYears(YEARS).toInstant();
        var builder =
                new JcaX509v3CertificateBuilder(
                        subject,
                        new BigInteger(SERIAL_BITS, random).setBit(0),
                        Date.from(now.minus(Duration.ofDays(1))),
                        Date.from(until),
                        subject,
                        pair.getPublic());
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyType.usage(pair)));
        try {
            boolean curve = pair.getPublic().getAlgorithm().equals("EC");
            String algorithm = curve ? "SHA256withECDSA" : "SHA256withRSA";
            var signer = new JcaContentSignerBuilder(algorithm).build(pair.getPrivate());
            var certificate =
                    new JcaX509CertificateConverter().getCertificate(builder.build(signer));
            return new As2Identity(pair.getPrivate(), certificate);
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }
}
