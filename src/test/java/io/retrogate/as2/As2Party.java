package io.retrogate.as2;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Somebody with a key and a self-signed certificate; keys are made once for each name. */
public record As2Party(String name, KeyPair keys, X509Certificate certificate) {

    public static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private static final Map<String, KeyPair> KEYS = new ConcurrentHashMap<>();
    private static final AtomicLong SERIAL = new AtomicLong(1000);

    public static As2Party named(String name) {
        return valid(name, NOW.minus(Duration.ofDays(2000)), NOW.plus(Duration.ofDays(9000)));
    }

    public static As2Party valid(String name, Instant from, Instant to) {
        try {
            KeyPair keys = KEYS.computeIfAbsent(name, n -> newKeys());
            X500Principal subject = new X500Principal("CN=" + name);
            var builder =
                    new JcaX509v3CertificateBuilder(
                            subject,
                            BigInteger.valueOf(SERIAL.incrementAndGet()),
                            Date.from(from),
                            Date.from(to),
                            subject,
                            keys.getPublic());
            var signer = new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate());
            return new As2Party(
                    name,
                    keys,
                    new JcaX509CertificateConverter().getCertificate(builder.build(signer)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public As2Identity identity() {
        return new As2Identity(keys.getPrivate(), certificate);
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
