package io.retrogate.as2.conformance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.as2.As2Party;
import io.retrogate.as2.RawEntity;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What must never pass, A20 to A23 and A26 to A28. */
abstract class RefusalCases extends ConformanceCases {

    RefusalCases(As2ConformanceTest suite) {
        super(suite);
    }

    private RawClient.Outgoing sealedBy(As2Party... signers) {
        RawEntity signed = Scene.DOCUMENT.signed(signers);
        return scene.message(signed.encrypted(scene.ours, Scene.AES256));
    }

    @Test
    void a20ChangedAfterSigning() throws Exception {
        byte[] content = Scene.DOCUMENT.bytes();
        byte[] signature = RawEntity.signature(content, "SHA256withRSA", List.of(scene.acme));
        byte[] changed = content.clone();
        changed[changed.length - 3] ^= 1;
        RawEntity sent = RawEntity.multipart(changed, signature);

        refused(
                "one bit",
                scene.message(sent.encrypted(scene.ours, Scene.AES256)),
                "integrity-check-failed");
    }

    @Test
    void a21SignerThatIsNotAgreed() throws Exception {
        refused("a stranger", sealedBy(As2Party.named("stranger")), "authentication-failed");
        As2Party another = As2Party.valid("acme", As2Party.NOW.minusSeconds(1), As2Party.NOW);
        refused("another certificate", sealedBy(another), "authentication-failed");
    }

    @Test
    void a22KeyOfOneUnderTheNameOfAnother() throws Exception {
        refused("globex as acme", sealedBy(scene.globex), "authentication-failed");

        var own = sealedBy(scene.globex).from("\"globex \\\"corp\\\"\"");
        assertThat(own.post().mdn().disposition()).isEqualTo("processed");
    }

    @Test
    void a23NotOneSigner() throws Exception {
        refused("none", sealedBy(), "authentication-failed");
        refused("two, one agreed", sealedBy(scene.acme, scene.globex), "authentication-failed");
        refused("the same twice", sealedBy(scene.acme, scene.acme), "authentication-failed");
    }

    @Test
    void a26UnknownNames() throws Exception {
        String why = "unknown-trading-relationship";

        refused("AS2-From", scene.message(scene.sealed(Scene.DOCUMENT)).from("nobody"), why);
        refused("AS2-To", scene.message(scene.sealed(Scene.DOCUMENT)).with("AS2-To", "you"), why);
    }

    @Test
    void a27ThatCannotBeDecrypted() throws Exception {
        RawEntity signed = Scene.DOCUMENT.signed(scene.acme);
        RawEntity elsewhere = signed.encrypted(scene.globex, Scene.AES256);
        RawEntity right = scene.sealed(Scene.DOCUMENT);
        byte[] cut = Arrays.copyOf(right.body(), right.body().length - 40);

        refused("for somebody else", scene.message(elsewhere), "decryption-failed");
        refused(
                "garbage",
                scene.message(right.withBody("garbage".getBytes(ISO_8859_1))),
                "decryption-failed");
        refused("cut", scene.message(right.withBody(cut)), "decryption-failed");
    }

    @Test
    void a28LessThanAgreed() throws Exception {
        RawEntity document = Scene.DOCUMENT;
        RawEntity signed = document.signed(scene.acme);
        RawEntity weak = document.signed("SHA1withRSA", scene.acme);

        less("not encrypted", signed);
        less("not signed", document.encrypted(scene.ours, Scene.AES256));
        less("plain", document);
        less("3DES", signed.encrypted(scene.ours, "1.2.840.113549.3.7"));
        less("SHA-1", weak.encrypted(scene.ours, Scene.AES256));
    }

    private void less(String variant, RawEntity sent) throws Exception {
        refused(variant, scene.message(sent), "insufficient-message-security");
    }
}
