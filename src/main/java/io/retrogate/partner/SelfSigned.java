package io.retrogate.partner;

import io.retrogate.as2.As2Identity;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
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
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits, random);
        KeyPair pair = generator.generateKeyPair();
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
        int usage = KeyUsage.digitalSignature | KeyUsage.keyEncipherment;
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
        try {
            var signer = new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate());
            var certificate =
                    new JcaX509CertificateConverter().getCertificate(builder.build(signer));
            return new As2Identity(pair.getPrivate(), certificate);
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }
}
