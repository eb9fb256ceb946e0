package io.retrogate.as2;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrogate.as2.As2Certificates.Held;
import io.retrogate.edi.GatewayException;
import io.retrogate.edi.ProblemCode;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a certificate of each state is good for, theirs and ours. */
@Timeout(60)
class CertificateStatesTest extends UnwrapperCase {

    private static final As2Party NEXT = As2Party.named("next");

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RETIRED")
    void believesWhatIsSignedWithAnyThatIsNotRetired(CertificateState state) throws Exception {
        RawEntity document = RawEntity.document(X12);

        Unwrapped got =
                unwrap(document.signed(ACME).encrypted(OURS, AES256), OURS.identity(), held(state));

        assertAccepted(got, RawEntity.mic(document.bytes(), "SHA-256") + ", sha-256");
    }

    @Test
    void refusesWhatIsSignedWithARetiredOneAndNamesIt() {
        RawEntity sent = RawEntity.document(X12).signed(ACME).encrypted(OURS, AES256);

        Unwrapped got = unwrap(sent, OURS.identity(), held(CertificateState.RETIRED));

        assertRefused(got, Refusal.AUTHENTICATION_FAILED);
        assertThat(got.detail())
                .isEqualTo(
                        "signed with CN=acme, serial %s, which is retired"
                                .formatted(CertificateNames.serial(ACME.certificate())));
    }

    @Test
    void writesASerialNumberAsOpenSslDoes() throws Exception {
        assertThat(CertificateNames.of(firstOfItsKind(ACME).certificate()))
                .isEqualTo("CN=partner, serial 01");
    }

    @Test
    void namesTheOneThatIsNotValidNow() {
        var later = As2Party.NOW.plus(Duration.ofDays(1));
        var early = As2Party.valid("early", later, later.plus(Duration.ofDays(1)));
        RawEntity sent = RawEntity.document(X12).signed(early).encrypted(OURS, AES256);

        Unwrapped got =
                unwrap(sent, OURS.identity(), As2Certificates.active(List.of(early.certificate())));

        assertRefused(got, Refusal.AUTHENTICATION_FAILED);
        assertThat(got.detail())
                .contains("CN=early, serial ", "valid from 2026-11-24T10:00:00Z to 2026-11-25");
    }

    @Test
    void encryptsToTheActiveOneWhileItIsValidAndToNoOther() {
        var from = As2Party.NOW;
        var until = from.plus(Duration.ofDays(1));
        var active = As2Party.valid("active", from, until).certificate();
        var others =
                List.of(
                        new Held(NEXT.certificate(), CertificateState.ANNOUNCED),
                        new Held(active, CertificateState.ACTIVE),
                        new Held(ACME.certificate(), CertificateState.RETIRING));
        var certificates = new As2Certificates(others);

        assertThat(certificates.encrypting(from.minusSeconds(1))).isEmpty();
        assertThat(certificates.encrypting(from)).contains(active);
        assertThat(certificates.encrypting(until)).contains(active);
        assertThat(certificates.encrypting(until.plusSeconds(1))).isEmpty();
    }

    @Test
    void decryptsWithEveryOtherKeyAndNamesTheRetiredOne() throws Exception {
        RawEntity document = RawEntity.document(X12);
        String mic = RawEntity.mic(document.bytes(), "SHA-256") + ", sha-256";
        RawEntity forNext = document.signed(ACME).encrypted(NEXT, AES256);
        RawEntity forGlobex = document.signed(ACME).encrypted(GLOBEX, AES256);
        As2Identity own =
                OURS.identity().with(List.of(NEXT.identity()), List.of(GLOBEX.certificate()));

        assertAccepted(unwrap(forNext, own, held(CertificateState.ACTIVE)), mic);
        Unwrapped refused = unwrap(forGlobex, own, held(CertificateState.ACTIVE));

        assertRefused(refused, Refusal.DECRYPTION_FAILED);
        assertThat(refused.detail())
                .startsWith("encrypted for our CN=globex, serial ")
                .endsWith(", which is retired");
    }

    /** Software that makes its own certificates may give each the serial number 1. */
    @Test
    void tellsTwoOfTheSameNameAndSerialNumberApartByTheirKeys() throws Exception {
        RawEntity document = RawEntity.document(X12);
        String mic = RawEntity.mic(document.bytes(), "SHA-256") + ", sha-256";
        As2Party old = firstOfItsKind(ACME);
        As2Party renewed = firstOfItsKind(NEXT);
        var both =
                new As2Certificates(
                        List.of(
                                new Held(old.certificate(), CertificateState.ACTIVE),
                                new Held(renewed.certificate(), CertificateState.ANNOUNCED)));

        for (As2Party signer : List.of(old, renewed)) {
            RawEntity sent = document.signed(signer).encrypted(OURS, AES256);
            assertAccepted(unwrap(sent, OURS.identity(), both), mic);
        }
        RawEntity stranger = document.signed(firstOfItsKind(GLOBEX)).encrypted(OURS, AES256);
        assertRefused(unwrap(stranger, OURS.identity(), both), Refusal.AUTHENTICATION_FAILED);
    }

    private static As2Party firstOfItsKind(As2Party with) throws Exception {
        var name = new X500Principal("CN=partner");
        var builder =
                new JcaX509v3CertificateBuilder(
                        name,
                        BigInteger.ONE,
                        Date.from(As2Party.NOW),
                        Date.from(As2Party.NOW.plus(Duration.ofDays(9000))),
                        name,
                        with.keys().getPublic());
        var signer = new JcaContentSignerBuilder("SHA256withRSA").build(with.keys().getPrivate());
        var certificate = new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        return new As2Party("partner", with.keys(), certificate);
    }

    @Test
    void waitsForACertificateInsteadOfGivingUp() {
        var announced = held(CertificateState.ANNOUNCED);
        var policy = As2Policy.strict();
        var url = URI.create("http://unused");
        var link = new As2Link(OURS.identity(), "ours", "acme", url, policy, announced);
        var message =
                new As2Message("<1@x>", "s", "a.x12", "application/edi-x12", Spool.inMemory(X12));

        assertThatThrownBy(() -> new MessageWriter(new Spools(folder), clock, link).write(message))
                .isInstanceOfSatisfying(
                        GatewayException.class,
                        e -> {
                            assertThat(e.code()).isEqualTo(As2Problem.NO_ENCRYPTION_CERTIFICATE);
                            assertThat(e.code().retry()).isEqualTo(ProblemCode.Retry.LATER);
                        });
    }

    private static As2Certificates held(CertificateState state) {
        return new As2Certificates(List.of(new Held(ACME.certificate(), state)));
    }

    private Unwrapped unwrap(RawEntity sent, As2Identity own, As2Certificates certificates) {
        return new Unwrapper(new Spools(folder), clock)
                .unwrap(
                        MimeHeaders.parse(sent.headers().getBytes(ISO_8859_1)),
                        Spool.inMemory(sent.body()),
                        new As2Trust(own, As2Policy.strict(), certificates),
                        wanted("optional, sha-256"));
    }
}
