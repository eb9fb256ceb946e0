package io.retrogate.as2.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When we cannot keep our word, we do not give it, A34 and A35. */
abstract class StorageCases extends ConformanceCases {

    StorageCases(As2ConformanceTest suite) {
        super(suite);
    }

    @AfterEach
    void recover() {
        scene.front.archive.recover();
        scene.front.ledger.fail(false);
    }

    @Test
    void a34StorageFails() throws Exception {
        scene.front.archive.failAfter(0);
        notNow("no room for the message");
        scene.front.archive.failAfter(1);
        notNow("no room for the document");
        scene.front.ledger.fail(true);
        notNow("no database");

        scene.front.archive.breakOpening();
        var message = scene.message(scene.sealed(Scene.DOCUMENT));
        refused("unreadable for good", message, "unexpected-processing-error");
        recover();
        assertThat(message.post().mdn().disposition()).isEqualTo("processed");
    }

    private void notNow(String variant) throws Exception {
        var message = scene.message(scene.sealed(Scene.DOCUMENT));

        Answer answer = message.post();

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.problem()).isEqualTo("RCV-110");
        assertThat(answer.header("Retry-After")).isEqualTo("7");
        assertThat(scene.arrivals(message.messageId())).isEmpty();
        saw(variant, answer);
        recover();
        assertThat(message.post().mdn().disposition()).isEqualTo("processed");
    }

    @Test
    void a35Killed() throws Exception {
        shownBy(
                "killed at each step, before and after the commit, with a resend after each",
                "kept once, one MDN for one Message-ID, byte for byte",
                "demo.FailpointIT",
                "makesGoodADeathAtEachStep");
    }
}
