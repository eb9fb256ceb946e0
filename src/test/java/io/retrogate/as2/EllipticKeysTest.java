package io.retrogate.as2;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.edi.Content;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSEnvelopedData;
import org.bouncycastle.cms.KeyAgreeRecipientInformation;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys on a curve: ECDSA signs, and the content key is agreed by ECDH (RFC 5753). */
@Timeout(60)
class EllipticKeysTest extends UnwrapperCase {

    /** dhSinglePass-stdDH-sha256kdf-scheme (RFC 5753 §7.1.4). */
    private static final String STD_DH_SHA256_KDF = "1.3.132.1.11.1";

    private static final AtomicLong SERIAL = new AtomicLong(5000);
    private static final As2Message X =
            new As2Message("<1@x>", "s", "a.x12", "application/edi-x12", new X12Content());
    private static final As2Party OUR_CURVE = party("our-curve", "secp256r1");

    @ParameterizedTest
    @CsvSource({
        "secp256r1, aes256-cbc, sha-256",
        "secp256r1, aes128-cbc, sha-256",
        "secp256r1, aes256-gcm, sha-512",
        "secp384r1, aes256-cbc, sha-384",
        "secp521r1, aes128-gcm, sha-512"
    })
    void signsAndEncryptsAndIsReadAgain(String curve, String cipher, String digest)
            throws Exception {
        As2Party partner = party("partner-" + curve, curve);
        As2Policy policy = policy(cipher, digest);
        As2Link link = link(partner.identity(), OUR_CURVE, policy);

        try (OutgoingMessage sent = new MessageWriter(new Spools(folder), clock, link).write(X);
                Unwrapped got = unwrap(sent, partner, policy)) {
            assertThat(got.refusal()).as(got.detail()).isEmpty();
            assertThat(got.signer()).contains(partner.certificate());
            assertThat(got.parts().get(0).open().readAllBytes()).isEqualTo(X12);
        }
    }

    @Test
    void agreesOnTheKeyByTheSchemeOfTheStandardWithAFreshPairEachTime() throws Exception {
        As2Policy policy = policy("aes256-cbc", "sha-256");
        As2Link link = link(ACME.identity(), OUR_CURVE, policy);
        Spools spools = new Spools(folder);

        try (OutgoingMessage one = new MessageWriter(spools, clock, link).write(X);
                OutgoingMessage other = new MessageWriter(spools, clock, link).write(X)) {
            KeyAgreeRecipientInformation first = onlyRecipient(one);
            assertThat(first.getKeyEncryptionAlgOID()).isEqualTo(STD_DH_SHA256_KDF);
            assertThat(onlyRecipient(other).getOriginator()).isNotEqualTo(first.getOriginator());
        }
    }

    @Test
    void refusesWhatIsAgreedWithSomebodyElse() throws Exception {
        As2Party stranger = party("stranger-curve", "secp256r1");
        As2Policy policy = policy("aes256-cbc", "sha-256");
        As2Link link = link(ACME.identity(), stranger, policy);

        try (OutgoingMessage sent = new MessageWriter(new Spools(folder), clock, link).write(X)) {
            assertRefused(unwrap(sent, ACME, policy), Refusal.DECRYPTION_FAILED);
        }
    }

    @Test
    void doesNotEncryptForACurveThatMayOnlySign() {
        X509Certificate signing = certificate("signs", OUR_CURVE.keys(), KeyUsage.digitalSignature);

        assertThat(As2Certificates.active(List.of(signing)).encrypting(As2Party.NOW)).isEmpty();
        assertThat(
                        As2Certificates.active(List.of(OUR_CURVE.certificate()))
                                .encrypting(As2Party.NOW))
                .isPresent();
    }

    private static KeyAgreeRecipientInformation onlyRecipient(OutgoingMessage sent)
            throws Exception {
        try (var in = sent.body().open()) {
            var recipients = new CMSEnvelopedData(in).getRecipientInfos().getRecipients();
            assertThat(recipients).hasSize(1);
            return (KeyAgreeRecipientInformation) recipients.iterator().next();
        }
    }

    private Unwrapped unwrap(OutgoingMessage sent, As2Party signer, As2Policy policy) {
        byte[] type = ("Content-Type: " + sent.contentType()).getBytes(ISO_8859_1);
        return new Unwrapper(new Spools(folder), clock)
                .unwrap(
                        MimeHeaders.parse(type),
                        sent.body(),
                        new As2Trust(OUR_CURVE.identity(), policy, List.of(signer.certificate())),
                        wanted("optional, sha-256"));
    }

    private static As2Link link(As2Identity own, As2Party reader, As2Policy policy) {
        var certificates = List.of(reader.certificate());
        return new As2Link(own, "acme", "ours", URI.create("http://unused"), policy, certificates);
    }

    private static As2Policy policy(String cipher, String digest) {
        As2Policy strict = As2Policy.strict();
        return new As2Policy(
                true,
                true,
                strict.digests(),
                strict.ciphers(),
                digest,
                cipher,
                As2Policy.Compression.NONE,
                true,
                1 << 20,
                100);
    }

    private static As2Party party(String name, String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve));
            KeyPair pair = generator.generateKeyPair();
            int usage = KeyUsage.digitalSignature | KeyUsage.keyAgreement;
            return new As2Party(name, pair, certificate(name, pair, usage));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate certificate(String name, KeyPair pair, int usage) {
        try {
            X500Principal subject = new X500Principal("CN=" + name);
            var builder =
                    new JcaX509v3CertificateBuilder(
                            subject,
                            BigInteger.valueOf(SERIAL.incrementAndGet()),
                            Date.from(As2Party.NOW.minus(Duration.ofDays(1))),
                            Date.from(As2Party.NOW.plus(Duration.ofDays(1))),
                            subject,
                            pair.getPublic());
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate());
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private record X12Content() implements Content {

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(X12);
        }

        @Override
        public long size() {
            return X12.length;
        }
    }
}
