package io.retrogate.as2.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.as2.As2Party;
import org.junit.jupiter.api.Test;

/** Which of several certificates and keys count now, A24 and A25. */
abstract class CertificateCases extends ConformanceCases {

    CertificateCases(As2ConformanceTest suite) {
        super(suite);
    }

    private RawClient.Outgoing by(As2Party signer) {
        var sealed = Scene.DOCUMENT.signed(signer).encrypted(scene.ours, Scene.AES256);
        return scene.message(sealed).from("rolling");
    }

    @Test
    void a24CertificateThatDoesNotCountNow() throws Exception {
        Rollover rollover = scene.rollover;
        assertThat(by(rollover.active()).post().mdn().disposition()).isEqualTo("processed");

        scene.at(
                Rollover.VALID.plusSeconds(1),
                () -> refused("expired", by(rollover.active()), "authentication-failed"));
        scene.at(
                Rollover.VALID.plusSeconds(1).negated(),
                () -> refused("not yet valid", by(rollover.active()), "authentication-failed"));
        refused("retired", by(rollover.retired()), "authentication-failed");
        accepted("announced", by(rollover.announced()), Scene.DOCUMENT);
    }

    @Test
    void a25OldAndNew() throws Exception {
        accepted("their old certificate", by(scene.rollover.retiring()), Scene.DOCUMENT);
        accepted("their new certificate", by(scene.rollover.active()), Scene.DOCUMENT);

        var signed = Scene.DOCUMENT.signed(scene.acme);
        accepted("our new key", scene.message(scene.sealed(Scene.DOCUMENT)), Scene.DOCUMENT);
        accepted(
                "our old key",
                scene.message(signed.encrypted(scene.oursBefore, Scene.AES256)),
                Scene.DOCUMENT);
    }
}
