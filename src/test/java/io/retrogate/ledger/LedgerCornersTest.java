package io.retrogate.ledger;

import static io.retrogate.ledger.JdbcLedgerTest.arrival;
import static io.retrogate.ledger.JdbcLedgerTest.settlement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrogate.MovingClock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class LedgerCornersTest {

    private static final Duration LEASE = Duration.ofSeconds(30);

    private final MovingClock clock = new MovingClock();
    private final PostgresForTests postgres = PostgresForTests.shared();
    private final JdbcLedger ledger = postgres.ledger(clock);
    private final JdbcLedgerView view = new JdbcLedgerView(postgres.jdbc());

    @BeforeEach
    void empty() {
        postgres.empty();
    }

    @Test
    void keepsARefusedArrivalButNeverQueuesIt() {
        var refused = ledger.accept(arrival("", "digest", "r", "authentication-failed"));

        var kept = ledger.transmission(refused.transmission()).orElseThrow();
        assertThat(kept.state()).isEqualTo(Transmission.State.REFUSED);
        assertThat(kept.refusal()).isEqualTo("authentication-failed");
        assertThat(ledger.claimOutbox(10, LEASE)).isEmpty();
    }

    @Test
    void neverTakesTwoArrivalsWithoutAKeyForTheSame() {
        assertThat(ledger.accept(arrival("", "digest", "r")).outcome())
                .isEqualTo(Acceptance.Outcome.NEW);
        assertThat(ledger.accept(arrival("", "digest", "r")).outcome())
                .isEqualTo(Acceptance.Outcome.NEW);
    }

    @ParameterizedTest
    @EnumSource(names = {"DELIVERED", "DEAD", "HELD"})
    void neverAttemptsAgainWhatHasEnded(DeliveryOutcome.State state) {
        var delivery = settled("key", "X12|a|b|1");
        var claim = ledger.claim(delivery, LEASE).orElseThrow();
        var outcome = new DeliveryOutcome(state, 410, "gone for good", clock.instant());

        assertThat(ledger.settle(claim, outcome)).isTrue();
        assertThat(ledger.settle(claim, outcome)).isFalse();

        clock.advance(Duration.ofDays(1));
        assertThat(ledger.claim(delivery, LEASE)).isEmpty();
        assertThat(view.counts()).containsEntry("delivery." + state, 1L);
        assertThat(view.search("", 1, 0).get(0).deliveries())
                .filteredOn(d -> d.id().equals(delivery))
                .extracting(LedgerView.Delivery::lastStatus, LedgerView.Delivery::lastDetail)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(410, "gone for good"));
    }

    @Test
    void sweepsADeliveryAsSoonAsItsLeaseHasEnded() {
        var delivery = settled("key", "X12|a|b|1");
        ledger.confirmSent(ledger.claimOutbox(10, LEASE).stream().map(OutboxEntry::id).toList());
        ledger.claim(delivery, LEASE);

        assertThat(ledger.sweep()).isZero();
        clock.advance(LEASE.plusSeconds(1));
        assertThat(ledger.sweep()).isEqualTo(1);
        var emitted = ledger.claimOutbox(10, LEASE);
        assertThat(emitted).extracting(OutboxEntry::reference).containsExactly(delivery);
        assertThat(emitted)
                .extracting(OutboxEntry::topic)
                .containsExactly("retrogate.delivery.erp");
        ledger.confirmSent(List.of(emitted.get(0).id()));
        assertThat(ledger.sweep()).isZero();
    }

    @Test
    void keepsAnAcknowledgementThatNobodyCanBeSent() {
        var transmission = ledger.accept(arrival("key", "digest", "r")).transmission();
        var usual = settlement(transmission, "X12|a|b|1").interchanges().get(0);
        var planned = new PlannedAcknowledgement("", "997", "us>?", "R", (number, time) -> "ISA");

        ledger.settle(
                new Settlement(
                        transmission,
                        List.of(
                                new SettledInterchange(
                                        usual.report(), "", List.of(), List.of(planned)))));

        var story = view.story(transmission).orElseThrow();
        assertThat(story.acknowledgements()).hasSize(1);
        assertThat(story.deliveries()).isEmpty();
    }

    @Test
    void commitsNothingIfTheAcknowledgementCannotBeRendered() {
        var transmission = ledger.accept(arrival("key", "digest", "r")).transmission();
        var usual = settlement(transmission, "X12|a|b|1").interchanges().get(0);
        var broken =
                new PlannedAcknowledgement(
                        "acme",
                        "997",
                        "us>acme",
                        "A",
                        (number, time) -> {
                            throw new IllegalStateException("cannot render");
                        });
        var torn = new SettledInterchange(usual.report(), "k", List.of(), List.of(broken));

        assertThatThrownBy(() -> ledger.settle(new Settlement(transmission, List.of(torn))))
                .hasMessage("cannot render");

        assertThat(ledger.settle(settlement(transmission, "X12|a|b|1")).result())
                .isEqualTo(SettlementOutcome.Result.SETTLED);
        assertThat(view.story(transmission).orElseThrow().acknowledgements())
                .extracting(LedgerView.Acknowledgement::controlNumber)
                .containsExactly("000000001");
    }

    @Test
    void survivesCharactersThatTheDatabaseCannotHold() {
        ledger.accept(arrival("key\0", "digest", "first"));
        var again = ledger.accept(arrival("key\0", "digest", "second"));
        assertThat(again.outcome()).isEqualTo(Acceptance.Outcome.DUPLICATE);

        ledger.fail(again.transmission(), "VAL-001 \0");
        assertThat(ledger.transmission(again.transmission()).orElseThrow().refusal())
                .isEqualTo("VAL-001 \uFFFD");

        var claim = ledger.claim(settled("other", "X12|\0|b|1"), LEASE).orElseThrow();
        var outcome = new DeliveryOutcome(DeliveryOutcome.State.DEAD, 400, "\0", clock.instant());
        assertThat(ledger.settle(claim, outcome)).isTrue();
        assertThat(view.search("\0", 10, 0)).isEmpty();
    }

    @Test
    void noticesARemovedAuditRow() {
        List.of("1", "2", "3").forEach(key -> ledger.accept(arrival(key, "digest", "r")));

        postgres.jdbc().sql("delete from ledger_audit where sequence = 2").update();

        assertThat(new AuditChain(postgres.jdbc(), new LedgerTime(clock)).firstBreak())
                .isEqualTo(2);
    }

    private UUID settled(String key, String interchange) {
        var transmission = ledger.accept(arrival(key, "digest", "r")).transmission();
        ledger.settle(settlement(transmission, interchange));
        return view.story(transmission).orElseThrow().deliveries().stream()
                .filter(d -> d.form().equals("canonical"))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
