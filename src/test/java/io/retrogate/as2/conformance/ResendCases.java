package io.retrogate.as2.conformance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.as2.RawEntity;
import io.retrogate.ledger.Acceptance.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** One Message-ID more than once, A31 to A33. */
abstract class ResendCases extends ConformanceCases {

    ResendCases(As2ConformanceTest suite) {
        super(suite);
    }

    private List<Outcome> outcomesSince(int before) {
        var all = scene.front.ledger.outcomes;
        return all.subList(before, all.size());
    }

    @Test
    void a31SameContentEncryptedAgain() throws Exception {
        int before = scene.front.ledger.outcomes.size();
        var message = scene.message(scene.sealed(Scene.DOCUMENT));
        Answer first = message.post();
        Answer again =
                scene.client.message(scene.sealed(Scene.DOCUMENT), message.messageId()).post();

        assertThat(first.mdn().disposition()).isEqualTo("processed");
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.mdn().signed()).isTrue();
        for (String name : List.of("Message-ID", "Date", "Content-Type")) {
            assertThat(again.header(name)).isNotEmpty().isEqualTo(first.header(name));
        }
        assertThat(outcomesSince(before)).containsExactly(Outcome.NEW, Outcome.DUPLICATE);
        saw("first, resend", again.seen() + ", the same byte for byte");
    }

    @Test
    void a32OtherContentAndAnotherPartner() throws Exception {
        int before = scene.front.ledger.outcomes.size();
        var message = scene.message(scene.sealed(Scene.DOCUMENT));
        Answer first = message.post();
        RawEntity other = RawEntity.document("ISA*00*other~".getBytes(ISO_8859_1));
        Answer conflict = scene.client.message(scene.sealed(other), message.messageId()).post();
        RawEntity theirs = Scene.DOCUMENT.signed(scene.globex);
        Answer globex =
                scene.client
                        .message(theirs.encrypted(scene.ours, Scene.AES256), message.messageId())
                        .from("\"globex \\\"corp\\\"\"")
                        .post();

        assertThat(first.mdn().disposition()).isEqualTo("processed");
        assertThat(conflict.mdn().disposition()).isEqualTo("processed/Error: duplicate-document");
        assertThat(globex.mdn().disposition()).isEqualTo("processed");
        assertThat(outcomesSince(before))
                .containsExactly(Outcome.NEW, Outcome.CONFLICT, Outcome.NEW);
        saw("other content", conflict);
        saw("from another partner", globex);
    }

    @Test
    void a33CopiesAtTheSameTime() throws Exception {
        int before = scene.front.ledger.outcomes.size();
        var message = scene.message(scene.sealed(Scene.DOCUMENT));
        ExecutorService senders = Executors.newFixedThreadPool(6);
        List<Answer> answers = new ArrayList<>();
        try {
            List<Callable<Answer>> copies = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                RawEntity copy = scene.sealed(Scene.DOCUMENT);
                copies.add(() -> scene.client.message(copy, message.messageId()).post());
            }
            for (Future<Answer> copy : senders.invokeAll(copies)) {
                answers.add(copy.get());
            }
        } finally {
            senders.shutdownNow();
        }

        for (Answer answer : answers) {
            assertThat(answer.mdn().disposition()).isEqualTo("processed");
            assertThat(answer.text()).isEqualTo(answers.get(0).text());
        }
        assertThat(outcomesSince(before)).hasSize(6).containsOnlyOnce(Outcome.NEW);
        saw("six copies", answers.get(0).seen() + ", the same to all");
        shownBy(
                "a hundred at PostgreSQL",
                "one row",
                "ledger.JdbcLedgerTest",
                "acceptsOneOfAHundredThatComeAtTheSameTime");
    }
}
