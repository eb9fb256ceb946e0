package io.retrogate.as2;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MdnWriterTest {

    private static final As2Party OURS = As2Party.named("ours");
    private static final Mic MIC = new Mic("abc=", "sha256");

    private final MdnWriter writer =
            new MdnWriter(Clock.fixed(As2Party.NOW, ZoneOffset.UTC), () -> new UUID(1, 2));

    @Test
    void reportsWhatWasReceived() {
        ReceivedMdn mdn = read(writer.write(subject(Optional.empty(), MIC), own()));

        assertThat(mdn.isSignedBy(OURS.certificate())).isTrue();
        assertThat(mdn.contentType()).contains("micalg=sha256");
        assertThat(mdn.field("Original-Message-ID")).isEqualTo("<a b@c>");
        assertThat(mdn.field("Original-Recipient")).isEqualTo("rfc822; \"our name\"");
        assertThat(mdn.mic()).isEqualTo("abc=, sha256");
        assertThat(mdn.disposition()).isEqualTo("processed");
    }

    @Test
    void hasEveryLineEndingInCrLfAndSwapsTheNames() {
        Mdn mdn = writer.write(subject(Optional.empty(), MIC), own());

        assertThat(mdn.body().replace("\r\n", "")).doesNotContain("\r", "\n");
        assertThat(mdn.headers().split("\r\n"))
                .contains(
                        "AS2-From: \"our name\"",
                        "AS2-To: acme",
                        "Message-ID: <00000000-0000-0001-0000-000000000002@retrogate>",
                        "Date: Mon, 23 Nov 2026 10:00:00 GMT");
    }

    @Test
    void staysUnsignedWithoutAnybodyToSign() {
        ReceivedMdn mdn = read(writer.write(subject(Optional.empty(), MIC), Optional.empty()));

        assertThat(mdn.contentType()).startsWith("multipart/report; report-type=disposition-not");
        assertThat(mdn.disposition()).isEqualTo("processed");
    }

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void namesTheRefusalAndNothingElse(Refusal refusal) {
        ReceivedMdn mdn = read(writer.write(subject(Optional.of(refusal), MIC), own()));

        String kind =
                refusal.name().startsWith("UNSUPPORTED") ? "failed/Failure: " : "processed/Error: ";
        assertThat(mdn.disposition()).isEqualTo(kind + refusal.modifier());
        assertThat(mdn.isSignedBy(OURS.certificate())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha1", "sha-256", "SHA384", "sha-512"})
    void signsWithTheDigestOfTheMic(String algorithm) {
        ReceivedMdn mdn =
                read(writer.write(subject(Optional.empty(), new Mic("x", algorithm)), own()));

        assertThat(mdn.contentType()).contains("micalg=" + algorithm);
        assertThat(mdn.isSignedBy(OURS.certificate())).isTrue();
        assertThat(mdn.isSignedBy(As2Party.named("acme").certificate())).isFalse();
    }

    private static Optional<As2Identity> own() {
        return Optional.of(OURS.identity());
    }

    private static MdnWriter.Subject subject(Optional<Refusal> refusal, Mic mic) {
        var wanted =
                new ReceiptRequest(
                        true,
                        Optional.empty(),
                        List.of("pkcs7-signature"),
                        false,
                        List.of(),
                        false);
        return new MdnWriter.Subject(
                "our name", "acme", "<a b@c>", wanted, refusal, Optional.of(mic));
    }

    private static ReceivedMdn read(Mdn mdn) {
        String type = mdn.headers().substring(mdn.headers().indexOf("Content-Type: ") + 14);
        return new ReceivedMdn(type, mdn.body());
    }
}
