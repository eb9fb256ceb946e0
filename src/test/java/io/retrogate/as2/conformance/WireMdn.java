package io.retrogate.as2.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A receipt (RFC 4130 §7.4, RFC 8098) on the wire. Whoever gets one of these has had its format
 * checked: there is no way around.
 */
final class WireMdn {

    private static final Pattern DISPOSITION =
            Pattern.compile(
                    "automatic-action/MDN-sent-automatically; "
                            + "(processed(/(Error|Warning): [a-z-]+)?|failed/Failure: [A-Za-z -]+)");
    private static final Map<String, Integer> DIGEST_BYTES =
            Map.of("sha1", 20, "sha256", 32, "sha384", 48, "sha512", 64);

    private final boolean signed;
    private final Map<String, String> fields;

    private WireMdn(boolean signed, Map<String, String> fields) {
        this.signed = signed;
        this.fields = fields;
    }

    /** What the sender asked about, to whom it belongs, and whose signature would count. */
    record About(String from, String to, String messageId, X509Certificate ours) {}

    /**
     * @param carrier HTTP headers and body of the answer, or of the request that brings it later
     */
    static WireMdn read(WirePart carrier, About about) throws Exception {
        assertThat(carrier.body().replace("\r\n", "")).as("CR LF only").doesNotContain("\r", "\n");
        assertThat(carrier.body()).as("ASCII only").matches("\\A[\\r\\n\\t -~]*\\z");
        checkEnvelope(carrier, about);
        boolean signed = carrier.type().equals("multipart/signed");
        WirePart report = carrier;
        if (signed) {
            WireSignature signature = WireSignature.of(carrier);
            signature.verify(about.ours());
            report = signature.signed();
        }
        WireMdn mdn = new WireMdn(signed, notification(report));
        mdn.checkFields(about);
        return mdn;
    }

    private static void checkEnvelope(WirePart carrier, About about) {
        assertThat(unquoted(carrier.header("AS2-From"))).isEqualTo(about.to());
        assertThat(unquoted(carrier.header("AS2-To"))).isEqualTo(about.from());
        assertThat(carrier.header("AS2-Version")).isEqualTo("1.2");
        assertThat(carrier.header("EDIINT-Features")).isEqualTo("multiple-attachments");
        assertThat(carrier.header("MIME-Version")).isEqualTo("1.0");
        assertThat(carrier.header("Subject")).isNotBlank();
        assertThat(carrier.header("Date")).matches("\\w{3}, \\d{1,2} \\w{3} \\d{4} [\\d:]{8} GMT");
        assertThat(carrier.header("Message-ID"))
                .matches("<[^<> ]+@[^<> ]+>")
                .isNotEqualTo(about.messageId());
    }

    private static Map<String, String> notification(WirePart report) {
        assertThat(report.type()).isEqualTo("multipart/report");
        assertThat(report.parameter("report-type")).isEqualTo("disposition-notification");
        List<WirePart> parts = report.parts();
        assertThat(parts)
                .extracting(WirePart::type)
                .containsExactly("text/plain", "message/disposition-notification");
        assertThat(parts.get(0).body()).isNotBlank();
        return WirePart.fields(parts.get(1).body().strip());
    }

    private void checkFields(About about) {
        assertThat(field("Final-Recipient")).startsWith("rfc822; ");
        assertThat(unquoted(field("Final-Recipient").substring(8))).isEqualTo(about.to());
        assertThat(field("Original-Message-ID")).isEqualTo(about.messageId());
        assertThat(field("Disposition")).matches(DISPOSITION);
        if (disposition().equals("processed")) {
            assertThat(fields).containsKey("received-content-mic");
        }
        mic().ifPresent(WireMdn::checkMic);
    }

    private static void checkMic(String mic) {
        assertThat(mic).matches("[A-Za-z0-9+/]+=*, [A-Za-z0-9-]+");
        String[] pieces = mic.split(", ", -1);
        assertThat(Base64.getDecoder().decode(pieces[0]))
                .hasSize(DIGEST_BYTES.get(pieces[1].toLowerCase(Locale.ROOT).replace("-", "")));
    }

    private String field(String name) {
        String value = fields.get(name.toLowerCase(Locale.ROOT));
        assertThat(value).as(name).isNotNull();
        return String.valueOf(value);
    }

    boolean signed() {
        return signed;
    }

    /** For example {@code processed/Error: decryption-failed}. */
    String disposition() {
        return field("Disposition").replaceFirst("^[^;]*; ", "");
    }

    /** With the algorithm, as in {@code …=, sha-256}. */
    Optional<String> mic() {
        return Optional.ofNullable(fields.get("received-content-mic"));
    }

    @Override
    public String toString() {
        String algorithm = mic().map(m -> ", MIC " + m.replaceFirst(".*, ", "")).orElse("");
        return "`" + disposition() + "`" + algorithm + (signed ? ", signed" : ", unsigned");
    }

    static String unquoted(String name) {
        return name.startsWith("\"")
                ? name.substring(1, name.length() - 1).replaceAll("\\\\(.)", "$1")
                : name;
    }
}
