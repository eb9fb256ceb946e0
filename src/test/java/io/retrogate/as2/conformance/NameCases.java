package io.retrogate.as2.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** AS2-From, AS2-To and Message-ID, A29 and A30. */
abstract class NameCases extends ConformanceCases {

    NameCases(As2ConformanceTest suite) {
        super(suite);
    }

    private RawClient.Outgoing message() {
        return scene.message(scene.sealed(Scene.DOCUMENT));
    }

    @Test
    void a29NamesInEverySpelling() throws Exception {
        accepted(
                "quoted",
                message().from("\"acme\"").with("AS2-To", "\"RETROGATE\""),
                Scene.DOCUMENT);
        accepted("128 characters", message().from("n".repeat(128)), Scene.DOCUMENT);
        accepted("escaped", message().from("\"\\a\\c\\m\\e\""), Scene.DOCUMENT);
        var globex =
                scene.message(
                        Scene.DOCUMENT.signed(scene.globex).encrypted(scene.ours, Scene.AES256));
        accepted(
                "blanks and escaped quotes",
                globex.from("\"globex \\\"corp\\\"\""),
                Scene.DOCUMENT);

        refused("other case", message().from("ACME"), "unknown-trading-relationship");
        malformed("129 characters", message().from("n".repeat(129)), "RCV-102");
    }

    @Test
    void a30HeaderMissing() throws Exception {
        for (String name : new String[] {"AS2-From", "AS2-To", "Message-ID"}) {
            malformed(name, message().without(name), "RCV-102");
        }
    }

    private void malformed(String variant, RawClient.Outgoing message, String problem)
            throws Exception {
        int kept = scene.front.archive.size();
        int accepted = scene.front.ledger.accepted.size();

        Answer answer = message.post();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(scene.front.archive.size()).isEqualTo(kept);
        assertThat(scene.front.ledger.accepted).hasSize(accepted);
        saw(variant, answer);
    }
}
