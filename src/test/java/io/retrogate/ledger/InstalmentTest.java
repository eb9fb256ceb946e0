package io.retrogate.ledger;

import static io.retrogate.ledger.JdbcLedgerTest.arrival;
import static io.retrogate.ledger.JdbcLedgerTest.settlement;
import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.ledger.SettlementOutcome.Result;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

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
