package io.retrogate.as2.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.partner.BasicLogin;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Basic authentication where it is agreed, beside the signature. */
@Timeout(120)
@TestInstance(Lifecycle.PER_CLASS)
class LoginTest {

    private Scene scene;

    @BeforeAll
    void open(@TempDir Path directory) throws Exception {
        scene = new Scene(directory);
    }

    @AfterAll
    void close() throws Exception {
        scene.close();
    }

    @Test
    void isDemandedWithEachMessage() throws Exception {
        RawClient.Outgoing bare = message("guarded");

        Answer answer = bare.post();

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.problem()).isEqualTo("RCV-115");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Basic realm=\"AS2\"");
        assertThat(scene.arrivals(bare.messageId())).isEmpty();
        for (String wrong :
                new String[] {
                    said("guarded:x"),
                    said("other:geh\u00eaim:2"),
                    "Bearer x",
                    "Basic",
                    "Basic ~",
                    ""
                }) {
            assertThat(message("guarded").with("Authorization", wrong).post().status())
                    .as(wrong)
                    .isEqualTo(401);
        }
    }

    @Test
    void letsTheMessageInAndTheSignatureDecides() throws Exception {
        for (String scheme : new String[] {"Basic", "basic"}) {
            String right = said("guarded:geh\u00eaim:2").replace("Basic", scheme);
            Answer answer = message("guarded").with("Authorization", right).post();
            assertThat(answer.mdn().disposition()).isEqualTo("processed");
        }
        RawClient.Outgoing unsigned =
                scene.message(Scene.DOCUMENT.encrypted(scene.ours, Scene.AES256)).from("guarded");
        assertThat(
                        unsigned.with("Authorization", said("guarded:geh\u00eaim:2"))
                                .post()
                                .mdn()
                                .disposition())
                .contains("insufficient-message-security");
    }

    @Test
    void isAskedOfNobodyElse() throws Exception {
        assertThat(message("acme").post().mdn().disposition()).isEqualTo("processed");
        assertThat(
                        message("acme")
                                .with("Authorization", said("who:ever"))
                                .post()
                                .mdn()
                                .disposition())
                .isEqualTo("processed");
    }

    @Test
    void neverSaysItsPasswordByAccident() {
        assertThat(new BasicLogin("us", "geheim").toString()).doesNotContain("geheim");
    }

    private RawClient.Outgoing message(String from) {
        return scene.message(scene.sealed(Scene.DOCUMENT)).from(from);
    }

    private static String said(String pair) {
        byte[] bytes = pair.getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(bytes);
    }
}
