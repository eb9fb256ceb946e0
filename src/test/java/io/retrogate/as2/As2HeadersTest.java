package io.retrogate.as2;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class As2HeadersTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"PA, PA", "\"PA\", PA", "\"a b\", a b", "\"a\\\"b\\\\c\", a\"b\\c"})
    void readsNamesQuotedOrNot(String header, String name) {
        assertThat(As2Names.unquote(header)).contains(name);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"PA", "a b", "a\"b\\c", "a;b"})
    void writesNamesThatReadBackTheSame(String name) {
        assertThat(As2Names.unquote(As2Names.quote(name))).contains(name);
    }

    @Test
    void limitsNamesTo128PrintableCharacters() {
        assertThat(As2Names.unquote("x".repeat(128))).isPresent();
        assertThat(As2Names.unquote("x".repeat(129))).isEmpty();
        assertThat(As2Names.unquote("")).isEmpty();
        assertThat(As2Names.unquote("a\tb")).isEmpty();
        assertThat(As2Names.unquote("\u00e9")).isEmpty();
    }

    @Test
    void dropsPathsFromFileNames() {
        assertThat(fileName("attachment; filename=\"../../etc/pass\\\"wd\"")).isEqualTo("pass\"wd");
        assertThat(fileName("attachment; filename=C:\\x\\y.edi")).isEqualTo("y.edi");
        assertThat(fileName("attachment; filename=..")).isEmpty();
        assertThat(fileName("inline")).isEmpty();
    }

    @Test
    void readsParametersWithQuotedSemicolons() {
        ParameterizedValue value =
                ParameterizedValue.parse("Multipart/Signed ; A=\"x;y\"; boundary=\"b=\\\"1\"; c");

        assertThat(value.value()).isEqualTo("multipart/signed");
        assertThat(value.parameter("a")).contains("x;y");
        assertThat(value.parameter("boundary")).contains("b=\"1");
    }

    @Test
    void readsReceiptOptions() {
        ReceiptRequest request =
                request(
                        "signed-receipt-protocol = required , PKCS7-Signature ;"
                                + " signed-receipt-micalg=sha1,sha256; x=y");

        assertThat(request.asked()).isTrue();
        assertThat(request.signed()).isTrue();
        assertThat(request.protocolRequired()).isTrue();
        assertThat(request.algorithms()).containsExactly("sha1", "sha256");
        assertThat(request.algorithmRequired()).isFalse();
    }

    @Test
    void prefersTheFirstAlgorithmThatIsAgreed() {
        ReceiptRequest request =
                request(
                        "signed-receipt-protocol=optional,pkcs7-signature;"
                                + "signed-receipt-micalg=required,sha1,sha512,sha256");

        assertThat(request.mic(As2Policy.strict(), Optional.empty()).spelling())
                .isEqualTo("sha512");
        assertThat(request.refusal(As2Policy.strict())).isEmpty();
    }

    @Test
    void refusesARequiredProtocolThatItDoesNotHave() {
        assertThat(request("signed-receipt-protocol=required,pgp").refusal(As2Policy.strict()))
                .contains(Refusal.UNSUPPORTED_FORMAT);
        assertThat(request("signed-receipt-protocol=optional,pgp").refusal(As2Policy.strict()))
                .isEmpty();
    }

    @Test
    void keepsOfAFileNameWhatIsOne() {
        assertThat(fileName("attachment; filename*=UTF-8''r%C3%BCck%20gabe.x12; filename=a.x12"))
                .isEqualTo("r\u00fcck gabe.x12");
        assertThat(fileName("attachment; filename*=UTF-8''%2e%2e%2f%2e%2e%2fetc%2fpasswd"))
                .isEqualTo("passwd");
        assertThat(fileName("attachment; filename*=UTF-8''%; filename=b.x12")).isEqualTo("b.x12");
        assertThat(fileName("attachment; filename=\"..\\..\\boot.ini\"")).isEqualTo("boot.ini");
        assertThat(fileName("attachment; filename=\"a/...\"")).isEmpty();
        assertThat(fileName("attachment; filename=\"" + "n".repeat(300) + ".x12\""))
                .hasSize(255)
                .endsWith("n.x12");
    }

    private static ReceiptRequest request(String options) {
        return ReceiptRequest.of(
                new MimeHeaders(
                        List.of(
                                new MimeHeaders.Field("disposition-notification-to", "x"),
                                new MimeHeaders.Field(
                                        "DISPOSITION-NOTIFICATION-OPTIONS", options))));
    }

    private static String fileName(String disposition) {
        return MimeHeaders.parse(("Content-Disposition: " + disposition).getBytes(ISO_8859_1))
                .fileName();
    }
}
