package io.retrogate.as2.conformance;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Whoever has a key and a certificate for TLS, valid for long yet unless it says otherwise.
 *
 * @param chain its own certificate first, without the root
 */
record TlsParty(String name, KeyPair keys, List<X509Certificate> chain) {

    static final String LOOPBACK = "127.0.0.1";

    private static final char[] PASSWORD = "tls".toCharArray();

    /** An authority that signs its own certificate. */
    static TlsParty root(String name) throws Exception {
        KeyPair keys = newKeys();
        var own = certificate(name, keys, name, keys, builder -> ca(builder));
        return new TlsParty(name, keys, List.of(own));
    }

    /** Somebody without an authority, whose certificate is good for that address. */
    static TlsParty selfSigned(String name, String address) throws Exception {
        KeyPair keys = newKeys();
        var own = certificate(name, keys, name, keys, builder -> at(builder, address));
        return new TlsParty(name, keys, List.of(own));
    }

    /** The same, whose certificate ended yesterday. */
    static TlsParty expired(String name, String address) throws Exception {
        KeyPair keys = newKeys();
        Instant end = Instant.now().minus(Duration.ofDays(1));
        var own = certificate(name, keys, name, keys, end, builder -> at(builder, address));
        return new TlsParty(name, keys, List.of(own));
    }

    /** An authority below this one, whose certificate has to be shown with those that it issues. */
    TlsParty below(String other) throws Exception {
        KeyPair others = newKeys();
        var own = certificate(other, others, name, keys, builder -> ca(builder));
        return new TlsParty(other, others, List.of(own));
    }

    /** Somebody whose certificate this authority signs, good for that address. */
    TlsParty issues(String other, String address) throws Exception {
        KeyPair others = newKeys();
        var shown = new ArrayList<X509Certificate>();
        shown.add(certificate(other, others, name, keys, builder -> at(builder, address)));
        shown.addAll(chain);
        return new TlsParty(other, others, List.copyOf(shown));
    }

    X509Certificate certificate() {
        return chain.get(0);
    }

    /** The chain in PEM form. */
    String certificates() throws Exception {
        StringBuilder pem = new StringBuilder();
        for (X509Certificate one : chain) {
            pem.append(pem("CERTIFICATE", one.getEncoded()));
        }
        return pem.toString();
    }

    String key() {
        return pem("PRIVATE KEY", keys.getPrivate().getEncoded());
    }

    /** For one who shows this certificate and believes those. */
    SSLContext trusting(X509Certificate... others) throws Exception {
        KeyManagerFactory shown = KeyManagerFactory.getInstance("PKIX");
        shown.init(store(), PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(shown.getKeyManagers(), believed(others).getTrustManagers(), null);
        return context;
    }

    /** For one who shows this, believes any certificate, and says that it believes one only. */
    SSLContext asking(X509Certificate named) throws Exception {
        KeyManagerFactory shown = KeyManagerFactory.getInstance("PKIX");
        shown.init(store(), PASSWORD);
        TrustManager believing =
                new X509TrustManager() {
                    @Override
                    public void checkClientTrusted(X509Certificate[] chain, String method) {}

                    @Override
                    public void checkServerTrusted(X509Certificate[] chain, String method)
                            throws CertificateException {
                        throw new CertificateException();
                    }

                    @Override
                    public X509Certificate[] getAcceptedIssuers() {
                        return new X509Certificate[] {named};
                    }
                };
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(shown.getKeyManagers(), new TrustManager[] {believing}, null);
        return context;
    }

    /** For one who shows nothing and believes those. */
    static SSLContext nobodyTrusting(X509Certificate... others) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, believed(others).getTrustManagers(), null);
        return context;
    }

    private KeyStore store() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(name, keys.getPrivate(), PASSWORD, chain.toArray(Certificate[]::new));
        return store;
    }

    private static TrustManagerFactory believed(X509Certificate... others) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (X509Certificate other : others) {
            store.setCertificateEntry("trusted-" + store.size(), other);
        }
        TrustManagerFactory believed = TrustManagerFactory.getInstance("PKIX");
        believed.init(store);
        return believed;
    }

    @FunctionalInterface
    private interface Extensions {
        void add(JcaX509v3CertificateBuilder builder) throws Exception;
    }

    private static void ca(JcaX509v3CertificateBuilder builder) throws Exception {
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
    }

    private static void at(JcaX509v3CertificateBuilder builder, String address) throws Exception {
        boolean ip = Character.isDigit(address.charAt(0));
        var named = new GeneralName(ip ? GeneralName.iPAddress : GeneralName.dNSName, address);
        builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(named));
    }

    private static X509Certificate certificate(
            String name, KeyPair keys, String issuer, KeyPair signing, Extensions extensions)
            throws Exception {
        Instant end = Instant.now().plus(Duration.ofDays(300));
        return certificate(name, keys, issuer, signing, end, extensions);
    }

    private static X509Certificate certificate(
            String name,
            KeyPair keys,
            String issuer,
            KeyPair signing,
            Instant end,
            Extensions extensions)
            throws Exception {
        var builder =
                new JcaX509v3CertificateBuilder(
                        new X500Principal("CN=" + issuer),
                        BigInteger.valueOf(ThreadLocalRandom.current().nextLong(1, 1L << 60)),
                        Date.from(end.minus(Duration.ofDays(400))),
                        Date.from(end),
                        new X500Principal("CN=" + name),
                        keys.getPublic());
        extensions.add(builder);
        var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(signing.getPrivate());
        return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    }

    private static KeyPair newKeys() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static String pem(String what, byte[] bytes) {
        byte[] newline = "\n".getBytes(StandardCharsets.US_ASCII);
        String body = Base64.getMimeEncoder(64, newline).encodeToString(bytes);
        return "-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n";
    }
}
