package io.retrogate.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.MovingClock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several documents and attachments of one message. */
@Timeout(120)
class AttachmentsTest {

    private static final Attachment PICTURE =
            new Attachment("damage.jpg", "image/jpeg", "aa/picture", "01ff", 9);
    private static final Attachment NAMELESS =
            new Attachment("", "application/pdf", "aa/pdf", "02ff", 3);

    private final MovingClock clock = new MovingClock();
    private final PostgresForTests postgres = PostgresForTests.shared();
    private final JdbcLedger ledger = postgres.ledger(clock);
    private final JdbcLedgerView view = new JdbcLedgerView(postgres.jdbc());

    @BeforeEach
    void empty() {
        postgres.empty();
    }

    @Test
    void areFoundBesideTheirDocumentInTheOrderOfTheMessage() {
        Acceptance acceptance = ledger.accept(message("key", "digest", List.of()));

        LedgerView.Story story = view.story(acceptance.transmission()).orElseThrow();
        assertThat(story.attachments()).containsExactly(PICTURE, NAMELESS);
        assertThat(view.search("returns 7.x12", 10, 0)).containsExactly(story);
        assertThat(story.transmission().fileName()).isEqualTo("returns 7.x12");
    }

    @Test
    void letsEveryDocumentOfANewMessageGoOnAndNoneOfAResend() {
        Arrival second = document();
        ledger.accept(message("key", "digest", List.of(second)));
        ledger.accept(message("key", "digest", List.of(document())));
        ledger.accept(message("key", "other", List.of(document())));

        assertThat(ledger.claimOutbox(10, java.time.Duration.ofSeconds(30))).hasSize(2);
        assertThat(view.search("<id@acme>", 10, 0))
                .extracting(s -> s.transmission().state())
                .containsExactlyInAnyOrder(
                        Transmission.State.RECEIVED,
                        Transmission.State.RECEIVED,
                        Transmission.State.REFUSED);
        assertThat(ledger.transmission(second.id())).isPresent();
    }

    private static Arrival message(String key, String digest, List<Arrival> further) {
        Arrival plain = JdbcLedgerTest.arrival(key, digest, "receipt");
        return new Arrival(
                plain.id(),
                plain.channel(),
                plain.partner(),
                key,
                digest,
                plain.messageId(),
                plain.wireAddress(),
                plain.payloadAddress(),
                plain.sha256(),
                plain.size(),
                "",
                plain.receipt(),
                "returns 7.x12",
                List.of(PICTURE, NAMELESS),
                further);
    }

    private static Arrival document() {
        return new Arrival(
                UUID.randomUUID(),
                Arrival.Channel.AS2,
                "acme",
                "",
                "digest of it",
                "<id@acme>",
                "aa/wire",
                "aa/second",
                "00ff",
                7,
                "",
                Optional.empty());
    }
}
