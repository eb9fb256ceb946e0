package io.retrogate.as2.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.retrogate.receive.As2Front;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many at once: who has too many under way is told to come back, and nobody else is. */
@Timeout(120)
@TestInstance(Lifecycle.PER_CLASS)
class CrowdTest {

    private Scene scene;

    @BeforeAll
    void open(@TempDir Path directory) throws Exception {
        scene = new Scene(directory);
    }

    @AfterAll
    void close() throws Exception {
        scene.close();
    }

    /** A message of which only the first bytes have come. */
    private record Slow(RawClient.Outgoing message, RawConnection connection)
            implements AutoCloseable {

        Answer finish() throws Exception {
            byte[] body = message.body();
            connection.write(Arrays.copyOfRange(body, 10, body.length));
            return Answer.of(connection.next(), message.about());
        }

        @Override
        public void close() throws Exception {
            connection.close();
        }
    }

    @Test
    void aPartnerMayHaveSoManyUnderWay() throws Exception {
        try (Slow first = slow("small");
                Slow second = slow("small")) {
            refused("small");
            assertThat(post("acme").mdn().disposition()).isEqualTo("processed");

            assertThat(first.finish().mdn().disposition()).isEqualTo("processed");
            assertThat(post("small").mdn().disposition()).isEqualTo("processed");
            assertThat(second.finish().mdn().disposition()).isEqualTo("processed");
        }
    }

    @Test
    void strangersTogetherMayHaveOne() throws Exception {
        try (Slow stranger = slow("nobody")) {
            refused("nobody else");
            assertThat(post("acme").mdn().disposition()).isEqualTo("processed");
            stranger.finish();
        }
        assertThat(post("nobody else").mdn().disposition()).contains("unknown-trading");
    }

    @Test
    void allTogetherMayHaveSoMany() throws Exception {
        List<Slow> crowd = new ArrayList<>();
        try {
            for (int i = 0; i < As2Front.MOST_AT_ONCE; i++) {
                crowd.add(slow("acme"));
            }
            refused("small");
        } finally {
            for (Slow one : crowd) {
                one.close();
            }
        }
        // Those that broke off leave room, too.
        await().until(() -> post("small").status() == 200);
    }

    private Slow slow(String from) throws Exception {
        RawClient.Outgoing message = message(from);
        int begun = scene.front.archive.begun();
        RawConnection connection = new RawConnection(scene.front.port());
        byte[] head =
                (message.head() + "Content-Length: " + message.body().length + "\r\n\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1);
        connection.write(head).write(Arrays.copyOf(message.body(), 10));
        await().until(() -> scene.front.archive.begun() > begun);
        return new Slow(message, connection);
    }

    private void refused(String from) throws Exception {
        RawClient.Outgoing message = message(from);
        Answer answer = message.post();
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.problem()).isEqualTo("RCV-114");
        assertThat(answer.header("Retry-After")).isEqualTo("7");
        assertThat(scene.arrivals(message.messageId())).isEmpty();
    }

    private Answer post(String from) throws Exception {
        return message(from).post();
    }

    private RawClient.Outgoing message(String from) {
        return scene.message(scene.sealed(Scene.DOCUMENT)).from(from);
    }
}
