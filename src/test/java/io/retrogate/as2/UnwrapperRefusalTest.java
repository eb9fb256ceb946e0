package io.retrogate.as2;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class UnwrapperRefusalTest extends UnwrapperCase {

    @Test
    void refusesAuthenticatedEncryptionWithAChangedBit() {
        RawEntity sent =
                RawEntity.document(X12).signed(ACME).authEncrypted(OURS, "2.16.840.1.101.3.4.1.46");
        byte[] changed = sent.body();
        changed[changed.length - 100] ^= 1;

        assertRefused(unwrap(sent.withBody(changed), strict()), Refusal.DECRYPTION_FAILED);
    }

    // A08
    @Test
    void refusesARequiredMicAlgorithmThatItDoesNotHave() {
        RawEntity sent = RawEntity.document(X12).signed(ACME);

        Unwrapped got = unwrap(sent, lenient(), wanted("required, md5"), ACME);

        assertRefused(got, Refusal.UNSUPPORTED_MIC);
    }

    // A13
    @Test
    void refusesToInflateWithoutEnd() {
        RawEntity bomb = RawEntity.document(new byte[8 << 20]).compressed();

        assertRefused(unwrap(bomb, lenient()), Refusal.DECOMPRESSION_FAILED);
        assertRefused(
                unwrap(RawEntity.document(X12).compressed().compressed(), lenient()),
                Refusal.DECOMPRESSION_FAILED);
    }

    // A20
    @Test
    void tellsContentThatWasChangedAfterSigning() {
        RawEntity document = RawEntity.document(X12);
        byte[] signature = RawEntity.signature(document.bytes(), "SHA256withRSA", List.of(ACME));
        byte[] changed = document.bytes();
        changed[changed.length - 3] ^= 1;
        RawEntity sent = RawEntity.multipart(changed, signature).encrypted(OURS, AES256);

        assertRefused(unwrap(sent, strict()), Refusal.INTEGRITY_CHECK_FAILED);
    }

    @Test
    void refusesAForgedSignatureValue() {
        RawEntity document = RawEntity.document(X12);
        byte[] signature = RawEntity.signature(document.bytes(), "SHA256withRSA", List.of(ACME));
        signature[signature.length - 20] ^= 1;
        RawEntity sent = RawEntity.multipart(document.bytes(), signature).encrypted(OURS, AES256);

        assertRefused(unwrap(sent, strict()), Refusal.AUTHENTICATION_FAILED);
    }

    // A21, A22: the certificate in the message counts for nothing
    @Test
    void refusesSignersThatAreNotOfThisAgreement() {
        RawEntity sent = RawEntity.document(X12).signed(GLOBEX).encrypted(OURS, AES256);

        assertRefused(unwrap(sent, strict()), Refusal.AUTHENTICATION_FAILED);
        assertThat(unwrap(sent, strict(), wanted("optional, sha-256"), GLOBEX).refusal()).isEmpty();
    }

    // A23
    @ParameterizedTest
    @MethodSource("notOneSigner")
    void wantsExactlyOneSigner(List<As2Party> signers) {
        RawEntity sent =
                RawEntity.document(X12)
                        .signed(signers.toArray(new As2Party[0]))
                        .encrypted(OURS, AES256);

        Unwrapped got = unwrap(sent, strict(), wanted("optional, sha-256"), ACME, GLOBEX);

        assertRefused(got, Refusal.AUTHENTICATION_FAILED);
        assertThat(got.detail()).contains("signers");
    }

    static Stream<List<As2Party>> notOneSigner() {
        return Stream.of(List.of(), List.of(ACME, GLOBEX), List.of(ACME, ACME));
    }

    // A24, A25
    @Test
    void acceptsOnlyCertificatesThatAreValidNow() {
        As2Party old =
                As2Party.valid(
                        "acme",
                        As2Party.NOW.minus(Duration.ofDays(9)),
                        As2Party.NOW.minus(Duration.ofDays(1)));
        As2Party next =
                As2Party.valid(
                        "acme",
                        As2Party.NOW.plus(Duration.ofDays(1)),
                        As2Party.NOW.plus(Duration.ofDays(9)));
        As2Party other = As2Party.named("acme");
        ReceiptRequest wanted = wanted("optional, sha-256");

        for (As2Party invalid : List.of(old, next)) {
            RawEntity sent = RawEntity.document(X12).signed(invalid).encrypted(OURS, AES256);
            assertRefused(
                    unwrap(sent, strict(), wanted, ACME, old, next), Refusal.AUTHENTICATION_FAILED);
        }
        for (As2Party valid : List.of(ACME, other)) {
            RawEntity sent = RawEntity.document(X12).signed(valid).encrypted(OURS, AES256);
            assertThat(unwrap(sent, strict(), wanted, ACME, other).refusal()).isEmpty();
        }
    }

    @Test
    void refusesACertificateThatHasExpiredSinceItSigned() {
        As2Party soon =
                As2Party.valid(
                        "acme",
                        As2Party.NOW.minus(Duration.ofDays(2000)),
                        As2Party.NOW.plus(Duration.ofDays(2000)));
        RawEntity sent = RawEntity.document(X12).signed(soon).encrypted(OURS, AES256);
        Clock later = Clock.fixed(soon.certificate().getNotAfter().toInstant(), ZoneOffset.UTC);

        clock = Clock.offset(later, Duration.ofSeconds(1));
        assertRefused(
                unwrap(sent, strict(), wanted("optional, sha-256"), soon),
                Refusal.AUTHENTICATION_FAILED);
        clock = later;
        assertThat(unwrap(sent, strict(), wanted("optional, sha-256"), soon).refusal()).isEmpty();
    }

    // A27
    @Test
    void cannotDecryptWhatIsForSomebodyElseOrNoCms() {
        RawEntity forGlobex = RawEntity.document(X12).signed(ACME).encrypted(GLOBEX, AES256);
        RawEntity cut = RawEntity.document(X12).signed(ACME).encrypted(OURS, AES256);

        assertRefused(unwrap(forGlobex, strict()), Refusal.DECRYPTION_FAILED);
        assertRefused(
                unwrap(forGlobex.withBody("garbage".getBytes(ISO_8859_1)), strict()),
                Refusal.DECRYPTION_FAILED);
        assertRefused(
                unwrap(cut.withBody(Arrays.copyOf(cut.body(), cut.body().length - 40)), strict()),
                Refusal.DECRYPTION_FAILED);
    }

    @Test
    void reservesNoMemoryForLengthsThatAreOnlyClaimed() {
        byte[] claim =
                HexFormat.of()
                        .parseHex(
                                "30847f00000006092a864886f70d010703a0847e000000"
                                        + "30847d000000020100"
                                        + "31847c000000");
        RawEntity sent = RawEntity.document(X12).encrypted(OURS, AES256).withBody(claim);

        Unwrapped got = unwrap(sent, strict());

        assertRefused(got, Refusal.DECRYPTION_FAILED);
        assertThat(got.detail()).contains("out of bounds length");
    }

    // Seeded: any change of any byte is refused or harmless, and never an exception
    @Test
    void survivesChangedBytes() {
        RawEntity document = RawEntity.document(X12);
        List<RawEntity> messages =
                List.of(
                        document.signed(ACME),
                        document.compressed(),
                        document.signed(ACME).compressed().encrypted(OURS, AES256),
                        document.signed(ACME).authEncrypted(OURS, "2.16.840.1.101.3.4.1.46"));
        Random random = new Random(4130);
        for (int i = 0; i < 600; i++) {
            RawEntity message = messages.get(i % messages.size());
            byte[] changed = message.body();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            try (Unwrapped got = unwrap(message.withBody(changed), lenient())) {
                if (got.refusal().isEmpty() && got.signer().isPresent()) {
                    assertThat(got.mic().orElseThrow().value())
                            .isEqualTo(RawEntity.mic(document.bytes(), "SHA-256"));
                }
            }
        }
    }

    // A28
    @Test
    void refusesLessSecurityThanAgreed() {
        RawEntity document = RawEntity.document(X12);

        for (RawEntity weak :
                List.of(
                        document,
                        document.signed(ACME),
                        document.encrypted(OURS, AES256),
                        document.signed(ACME).encrypted(OURS, "1.2.840.113549.3.7"),
                        document.signed("SHA1withRSA", ACME).encrypted(OURS, AES256))) {
            assertRefused(unwrap(weak, strict()), Refusal.INSUFFICIENT_SECURITY);
        }
    }

    @Test
    void refusesLayersThatDoNotBelongInside() {
        RawEntity document = RawEntity.document(X12);

        assertRefused(
                unwrap(document.encrypted(OURS, AES256).signed(ACME), lenient()),
                Refusal.DECRYPTION_FAILED);
        assertRefused(unwrap(document.signed(ACME).signed(ACME), lenient()), Refusal.UNEXPECTED);
    }

    @Test
    void refusesACutMultipart() {
        RawEntity sent = RawEntity.document(X12).signed(ACME);
        byte[] cut = Arrays.copyOf(sent.body(), sent.body().length - 8);

        assertRefused(unwrap(sent.withBody(cut), lenient()), Refusal.UNEXPECTED);
    }
}
