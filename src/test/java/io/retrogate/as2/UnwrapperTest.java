package io.retrogate.as2;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class UnwrapperTest {

    private static final String AES128 = "2.16.840.1.101.3.4.1.2";
    private static final String AES256 = "2.16.840.1.101.3.4.1.42";
    private static final As2Party OURS = As2Party.named("ours");
    private static final As2Party ACME = As2Party.named("acme");
    private static final As2Party GLOBEX = As2Party.named("globex");
    private static final byte[] X12 =
            "ISA*00*          *00*\r\nST*180*0001~\r\n\u00e9\u001c\u001d~".getBytes(ISO_8859_1);

    @TempDir private Path folder;

    // A01, A02
    @ParameterizedTest
    @CsvSource({
        "2.16.840.1.101.3.4.1.2",
        "2.16.840.1.101.3.4.1.22",
        "2.16.840.1.101.3.4.1.42",
        "1.2.840.113549.3.7"
    })
    void opensSignedAndEncryptedMessages(String cipher) throws IOException {
        RawEntity document = RawEntity.document(X12);
        Unwrapped got = unwrap(document.signed(ACME).encrypted(OURS, cipher), lenient());

        assertAccepted(got, RawEntity.mic(document.bytes(), "SHA-256") + ", sha-256");
        assertThat(got.signer()).contains(ACME.certificate());
        assertThat(got.fileName()).isEqualTo("rma 1.x12");
        assertThat(got.contentType()).isEqualTo("application/edi-x12");
    }

    // A04
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2.16.840.1.101.3.4.1.6",
                "2.16.840.1.101.3.4.1.26",
                "2.16.840.1.101.3.4.1.46"
            })
    void opensAuthenticatedEncryption(String cipher) throws IOException {
        RawEntity document = RawEntity.document(X12);
        Unwrapped got = unwrap(document.signed(ACME).authEncrypted(OURS, cipher), strict());

        assertAccepted(got, RawEntity.mic(document.bytes(), "SHA-256") + ", sha-256");
    }

    @Test
    void refusesAuthenticatedEncryptionWithAChangedBit() {
        RawEntity sent =
                RawEntity.document(X12).signed(ACME).authEncrypted(OURS, "2.16.840.1.101.3.4.1.46");
        byte[] changed = sent.body();
        changed[changed.length - 100] ^= 1;

        assertRefused(unwrap(sent.withBody(changed), strict()), Refusal.DECRYPTION_FAILED);
    }

    // A05
    @Test
    void opensOaepAndVerifiesPss() throws IOException {
        RawEntity document = RawEntity.document(X12);
        Unwrapped got =
                unwrap(
                        document.signed("SHA256withRSAandMGF1", ACME)
                                .encryptedWithOaep(OURS, AES256),
                        strict());

        assertAccepted(got, RawEntity.mic(document.bytes(), "SHA-256") + ", sha-256");
    }

    // A03
    @Test
    void computesTheMicOfEachClass() throws IOException {
        RawEntity document = RawEntity.document(X12);

        assertAccepted(
                unwrap(document.signed(ACME), lenient()),
                RawEntity.mic(document.bytes(), "SHA-256") + ", sha-256");
        assertAccepted(
                unwrap(document.encrypted(OURS, AES128), lenient()),
                RawEntity.mic(document.bytes(), "SHA-256") + ", sha-256");
        assertAccepted(
                unwrap(document, lenient()),
                RawEntity.mic(document.body(), "SHA-256") + ", sha-256");
        assertAccepted(
                unwrap(document.compressed(), lenient()),
                RawEntity.mic(document.bytes(), "SHA-256") + ", sha-256");
    }

    // A06, A07
    @ParameterizedTest
    @CsvSource({
        "sha1, SHA-1",
        "sha-1, SHA-1",
        "sha256, SHA-256",
        "sha-256, SHA-256",
        "SHA384, SHA-384",
        "sha-512, SHA-512"
    })
    void answersTheMicInTheSpellingAskedFor(String asked, String algorithm) throws IOException {
        RawEntity document = RawEntity.document(X12);
        ReceiptRequest wanted = wanted("optional, md5, " + asked);
        Unwrapped got = unwrap(document.signed("SHA512withRSA", ACME), lenient(), wanted, ACME);

        assertAccepted(got, RawEntity.mic(document.bytes(), algorithm) + ", " + asked);
    }

    // A08
    @Test
    void refusesARequiredMicAlgorithmThatItDoesNotHave() {
        RawEntity sent = RawEntity.document(X12).signed(ACME);

        Unwrapped got = unwrap(sent, lenient(), wanted("required, md5"), ACME);

        assertRefused(got, Refusal.UNSUPPORTED_MIC);
    }

    // A10, A11, A12
    @Test
    void coversWhatWasSignedWhereverTheCompressionIs() throws IOException {
        RawEntity document = RawEntity.document(X12);
        RawEntity packed = document.compressed();

        assertAccepted(
                unwrap(packed.signed(ACME).encrypted(OURS, AES256), strict()),
                RawEntity.mic(packed.bytes(), "SHA-256") + ", sha-256");
        assertAccepted(
                unwrap(packed.base64().signed(ACME).encrypted(OURS, AES256), strict()),
                RawEntity.mic(packed.base64().bytes(), "SHA-256") + ", sha-256");
        assertAccepted(
                unwrap(document.signed(ACME).compressed().encrypted(OURS, AES256), strict()),
                RawEntity.mic(document.bytes(), "SHA-256") + ", sha-256");
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

    // A37
    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/pkcs7-mime",
                "application/x-pkcs7-mime; smime-type=enveloped-data",
                "APPLICATION/PKCS7-MIME; SMIME-TYPE=ENVELOPED-DATA",
                "application/pkcs7-mime; smime-type=signed-data"
            })
    void believesTheBytesAndNotTheSmimeType(String type) throws IOException {
        RawEntity document = RawEntity.document("application/edifact", X12);
        RawEntity sent = document.signed(ACME).encrypted(OURS, AES256);

        Unwrapped got = unwrap(sent.withHeaders("Content-Type: " + type + "\r\n"), strict());

        assertAccepted(got, RawEntity.mic(document.bytes(), "SHA-256") + ", sha-256");
    }

    // A36: transfer encodings and spelling of part headers
    @Test
    void readsTransferEncodingsAndFoldedLowerCaseHeaders() throws IOException {
        byte[] quoted =
                "ISA*00*          *00*=0D=0AST*180*0001~=\r\n=0D=0A=E9=1C=1D~".getBytes(ISO_8859_1);
        RawEntity printable =
                new RawEntity(
                        "content-type:\r\n\tapplication/edi-x12;\r\n name=a\r\n"
                                + "content-transfer-encoding:  quoted-printable\r\n",
                        quoted);

        for (RawEntity document : List.of(RawEntity.document(X12).base64(), printable)) {
            Unwrapped got = unwrap(document.signed(ACME).encrypted(OURS, AES256), strict());
            assertAccepted(got, RawEntity.mic(document.bytes(), "SHA-256") + ", sha-256");
        }
    }

    @Test
    void verifiesTextThatWasSignedCanonicallyAndSentWithBareLineFeeds() throws IOException {
        RawEntity canonical = RawEntity.document("line 1\r\nline 2\r\n".getBytes(ISO_8859_1));
        byte[] sent = "line 1\nline 2\n".getBytes(ISO_8859_1);
        byte[] signature = RawEntity.signature(canonical.bytes(), "SHA256withRSA", List.of(ACME));
        RawEntity raw = RawEntity.multipart(canonical.withBody(sent).bytes(), signature);

        try (Unwrapped got = unwrap(raw, lenient())) {
            assertThat(got.refusal()).isEmpty();
            assertThat(got.payload().readAllBytes()).isEqualTo(sent);
            assertThat(got.mic().orElseThrow().value())
                    .isEqualTo(RawEntity.mic(canonical.bytes(), "SHA-256"));
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

    private void assertAccepted(Unwrapped got, String mic) throws IOException {
        try (got) {
            assertThat(got.refusal()).as(got.detail()).isEmpty();
            assertThat(got.mic().orElseThrow()).hasToString(mic);
            assertThat(got.payload().readAllBytes()).isEqualTo(X12);
        }
    }

    private static void assertRefused(Unwrapped got, Refusal refusal) {
        try (got) {
            assertThat(got.refusal()).as(got.detail()).contains(refusal);
            assertThat(got.signer().isPresent() && refusal == Refusal.AUTHENTICATION_FAILED)
                    .isFalse();
        }
    }

    private Unwrapped unwrap(RawEntity sent, As2Policy policy) {
        return unwrap(sent, policy, wanted("optional, sha-256"), ACME);
    }

    private Unwrapped unwrap(
            RawEntity sent, As2Policy policy, ReceiptRequest wanted, As2Party... known) {
        var certificates = Arrays.stream(known).map(As2Party::certificate).toList();
        return new Unwrapper(new Spools(folder), Clock.fixed(As2Party.NOW, ZoneOffset.UTC))
                .unwrap(
                        MimeHeaders.parse(sent.headers().getBytes(ISO_8859_1)),
                        Spool.inMemory(sent.body()),
                        new As2Trust(OURS.identity(), policy, certificates),
                        wanted);
    }

    private static ReceiptRequest wanted(String micalg) {
        List<MimeHeaders.Field> fields = new ArrayList<>();
        fields.add(new MimeHeaders.Field("Disposition-Notification-To", "acme"));
        fields.add(
                new MimeHeaders.Field(
                        "Disposition-Notification-Options",
                        "signed-receipt-protocol=optional, pkcs7-signature;"
                                + " signed-receipt-micalg="
                                + micalg));
        return ReceiptRequest.of(new MimeHeaders(fields));
    }

    private static As2Policy strict() {
        return As2Policy.strict();
    }

    /** Everything is allowed, nothing is demanded. */
    static As2Policy lenient() {
        As2Policy strict = As2Policy.strict();
        return new As2Policy(
                false,
                false,
                Set.of("sha-1", "sha-256", "sha-384", "sha-512"),
                Stream.concat(strict.ciphers().stream(), Stream.of("3des"))
                        .collect(java.util.stream.Collectors.toSet()),
                strict.signWith(),
                strict.encryptWith(),
                strict.compress(),
                true,
                strict.maxBytes(),
                strict.maxInflateRatio());
    }
}
