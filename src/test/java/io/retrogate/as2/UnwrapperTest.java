package io.retrogate.as2;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class UnwrapperTest extends UnwrapperCase {

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
        assertThat(got.parts().get(0).fileName()).isEqualTo("rma 1.x12");
        assertThat(got.parts().get(0).contentType()).isEqualTo("application/edi-x12");
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
            assertThat(got.parts().get(0).open().readAllBytes()).isEqualTo(sent);
            assertThat(got.mic().orElseThrow().value())
                    .isEqualTo(RawEntity.mic(canonical.bytes(), "SHA-256"));
        }
    }
}
