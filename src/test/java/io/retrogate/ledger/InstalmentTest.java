package io.retrogate.ledger;

import static io.retrogate.ledger.JdbcLedgerTest.arrival;
import static io.retrogate.ledger.JdbcLedgerTest.settlement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrogate.MovingClock;
import io.retrogate.ledger.SettlementOutcome.Result;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.dao.DuplicateKeyException;

/** A transmission that is settled in parts, each there once. */
@Timeout(60)
class InstalmentTest {

    private final PostgresForTests postgres = PostgresForTests.shared();
    private final JdbcLedger ledger = postgres.ledger(new MovingClock());
    private final JdbcLedgerView view = new JdbcLedgerView(postgres.jdbc());

    @BeforeEach
    void empty() {
        postgres.empty();
    }

    @Test
    void remembersHowFarItIsAndRefusesTheSamePartAgain() {
        var transmission = accepted("one");
        var first = part(transmission, Progress.NONE, new Progress(1, 1), "X12|a|b|1");

        assertThat(ledger.settle(first).result()).isEqualTo(Result.SETTLED);
        assertThat(ledger.progress(transmission)).isEqualTo(new Progress(1, 1));
        assertThat(ledger.settle(first).result()).isEqualTo(Result.ALREADY_SETTLED);

        var story = view.story(transmission).orElseThrow();
        assertThat(story.documents()).hasSize(1);
        assertThat(story.deliveries()).hasSize(1);
        assertThat(state(transmission)).isEqualTo(Transmission.State.RECEIVED);
    }

    @Test
    void closesAnInterchangeWithItsAnswerAndTheTransmissionWithTheLast() {
        var transmission = accepted("one");
        ledger.settle(part(transmission, Progress.NONE, new Progress(1, 1), "X12|a|b|1"));

        ledger.settle(last(transmission, new Progress(1, 1), "X12|a|b|1"));

        var story = view.story(transmission).orElseThrow();
        assertThat(story.documents()).hasSize(2);
        assertThat(story.acknowledgements()).hasSize(1);
        assertThat(state(transmission)).isEqualTo(Transmission.State.SETTLED);
        assertThat(ledger.settle(last(transmission, new Progress(2, 0), "X12|a|b|2")).result())
                .isEqualTo(Result.ALREADY_SETTLED);
    }

    @Test
    void leavesNothingOfAnInterchangeThatCameBefore() {
        ledger.settle(settlement(accepted("one"), "X12|a|b|1"));
        var again = accepted("two");

        var outcome = ledger.settle(part(again, Progress.NONE, new Progress(1, 1), "X12|a|b|1"));

        assertThat(outcome.result()).isEqualTo(Result.DUPLICATE_INTERCHANGE);
        assertThat(outcome.duplicates()).containsExactly("X12|a|b|1");
        assertThat(ledger.progress(again)).isEqualTo(Progress.NONE);
        assertThat(view.story(again).orElseThrow().documents()).isEmpty();
    }

    @Test
    void plansEachDocumentForEachOfItsDestinations() {
        var transmission = accepted("one");
        var documents = List.of(document("RR-1", "erp", "wms"), document("RR-2", "erp"));

        ledger.settle(of(transmission, documents));

        var story = view.story(transmission).orElseThrow();
        assertThat(story.documents()).hasSize(2);
        assertThat(story.deliveries()).hasSize(3);
        var woken = ledger.claimOutbox(10, Duration.ofMinutes(1));
        assertThat(woken)
                .filteredOn(it -> it.topic().startsWith("retrogate.delivery."))
                .extracting(OutboxEntry::topic)
                .containsExactlyInAnyOrder(
                        "retrogate.delivery.erp",
                        "retrogate.delivery.wms",
                        "retrogate.delivery.erp");
    }

    @Test
    void settlesNothingIfOneRowOfManyCannotBeWritten() {
        var transmission = accepted("one");
        var document = document("RR-1", "erp");

        assertThatThrownBy(() -> ledger.settle(of(transmission, List.of(document, document))))
                .isInstanceOf(DuplicateKeyException.class);

        assertThat(ledger.progress(transmission)).isEqualTo(Progress.NONE);
        assertThat(view.story(transmission).orElseThrow().documents()).isEmpty();
    }

    private static SettledDocument document(String number, String... destinations) {
        return new SettledDocument(
                UUID.randomUUID(),
                1,
                "180 004010",
                "0001",
                "return.request",
                number,
                "",
                "aa/bb",
                List.of(destinations));
    }

    private static Instalment of(UUID transmission, List<SettledDocument> documents) {
        var usual = settlement(transmission, "X12|a|b|1").interchanges().get(0);
        var settled = new SettledInterchange(usual.report(), "X12|a|b|1", documents, List.of());
        return new Instalment(transmission, Progress.NONE, new Progress(1, 2), settled, false);
    }

    private UUID accepted(String key) {
        return ledger.accept(arrival(key, "digest " + key, "r")).transmission();
    }

    private Transmission.State state(UUID transmission) {
        return ledger.transmission(transmission).orElseThrow().state();
    }

    private static Instalment part(UUID transmission, Progress from, Progress to, String key) {
        var usual = settlement(transmission, key).interchanges().get(0);
        var begun = new SettledInterchange(usual.report(), key, usual.documents(), List.of());
        return new Instalment(transmission, from, to, begun, false);
    }

    private static Instalment last(UUID transmission, Progress from, String key) {
        var closed = settlement(transmission, key).interchanges().get(0);
        return new Instalment(transmission, from, from.next(), closed, true);
    }
}
