package io.retrogate.as2.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.as2.RawEntity;
import org.junit.jupiter.api.Test;

/** What the sender asks for, A06 to A09, A14 and A15. */
abstract class ReceiptCases extends ConformanceCases {

    private static final String OPTIONS = "Disposition-Notification-Options";

    ReceiptCases(As2ConformanceTest suite) {
        super(suite);
    }

    @Test
    void a06MicInTheSpellingAskedFor() throws Exception {
        for (String[] name :
                new String[][] {
                    {"sha1", "SHA-1"}, {"sha-1", "SHA-1"},
                    {"sha256", "SHA-256"}, {"sha-256", "SHA-256"},
                    {"sha-384", "SHA-384"}, {"sha-512", "SHA-512"}
                }) {
            var message =
                    scene.message(scene.sealed(Scene.DOCUMENT))
                            .from("lenient")
                            .micalg("optional, " + name[0]);
            String mic = RawEntity.mic(Scene.DOCUMENT.bytes(), name[1]) + ", " + name[0];
            accepted(name[0], message, mic, Scene.X12);
        }
        RawEntity weak = Scene.DOCUMENT.signed("SHA1withRSA", scene.acme);
        var message = scene.message(weak).from("lenient");
        accepted("signed with SHA-1", message, Scene.DOCUMENT);
    }

    @Test
    void a07FirstOfTheListThatIsSupported() throws Exception {
        mic("sha-512, sha-256", "required, sha-512, sha-256", "SHA-512", "sha-512");
        mic("md5, sha256, sha-512", "optional, md5, sha256, sha-512", "SHA-256", "sha256");
        mic("sha1 (not agreed), sha384", "required, sha1, sha384", "SHA-384", "sha384");
    }

    private void mic(String variant, String asked, String algorithm, String spelling)
            throws Exception {
        var message = scene.message(scene.sealed(Scene.DOCUMENT)).micalg(asked);
        String mic = RawEntity.mic(Scene.DOCUMENT.bytes(), algorithm) + ", " + spelling;
        accepted(variant, message, mic, Scene.X12);
    }

    @Test
    void a08RequiredAlgorithmThatIsNotSupported() throws Exception {
        var message =
                scene.message(scene.sealed(Scene.DOCUMENT)).micalg("required, md5, whirlpool");

        Answer answer = message.post();

        assertThat(answer.mdn().disposition())
                .isEqualTo("failed/Failure: unsupported MIC-algorithms");
        scene.assertNothingStored(message.messageId());
        saw("md5", answer);
    }

    @Test
    void a09OptionsThatNobodyCanRead() throws Exception {
        for (String[] options :
                new String[][] {
                    {"garbage", "%%; = ,,;signed-receipt-protocol"},
                    {"no options", ""},
                    {"another protocol", "signed-receipt-protocol=optional, pgp-signature"}
                }) {
            var message = scene.message(scene.sealed(Scene.DOCUMENT)).with(OPTIONS, options[1]);
            accepted(options[0], message, Scene.DOCUMENT);
            assertThat(message.post().mdn().signed()).as(options[0]).isFalse();
        }
        var more =
                "x-colour=optional, blue; signed-receipt-protocol=optional, pkcs7-signature;"
                        + " signed-receipt-micalg=optional, sha-256; y";
        var message = scene.message(scene.sealed(Scene.DOCUMENT)).with(OPTIONS, more);
        accepted("unknown optional parameters", message, Scene.DOCUMENT);
        assertThat(message.post().mdn().signed()).isTrue();
    }

    @Test
    void a14UnsignedMdnWithMic() throws Exception {
        var message = scene.message(scene.sealed(Scene.DOCUMENT)).unsignedReceipt();

        accepted("Disposition-Notification-To alone", message, Scene.DOCUMENT);
        assertThat(message.post().mdn().signed()).isFalse();
    }

    @Test
    void a15NoMdnAskedFor() throws Exception {
        var good = scene.message(scene.sealed(Scene.DOCUMENT)).noReceipt();
        var bad = scene.message(Scene.DOCUMENT.signed(scene.globex)).noReceipt();

        Answer kept = good.post();
        assertThat(kept.status()).isEqualTo(200);
        assertThat(kept.text()).isEmpty();
        assertThat(scene.stored(good.messageId())).isEqualTo(Scene.X12);
        saw("good", kept);

        Answer refused = bad.post();
        assertThat(refused.problem()).isEqualTo("RCV-108");
        assertThat(refused.status()).isEqualTo(403);
        scene.assertNothingStored(bad.messageId());
        saw("bad", refused);
    }
}
