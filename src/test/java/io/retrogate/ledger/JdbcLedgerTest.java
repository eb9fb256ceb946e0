package io.retrogate.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.retrogate.MovingClock;
import io.retrogate.edi.GatewayException;
import io.retrogate.edi.InterchangeReport;
import io.retrogate.edi.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class JdbcLedgerTest {

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
    void acceptsOnceAndReplaysTheReceipt() {
        var first = ledger.accept(arrival("key-1", "digest", "first"));
        var second = ledger.accept(arrival("key-1", "digest", "second"));

        assertThat(first.outcome()).isEqualTo(Acceptance.Outcome.NEW);
        assertThat(second.outcome()).isEqualTo(Acceptance.Outcome.DUPLICATE);
        assertThat(second.transmission()).isEqualTo(first.transmission());
        assertThat(second.receipt()).contains(new Receipt("Headers: first", "body \u00FF first"));
        assertThat(ledger.claimOutbox(10, LEASE)).hasSize(1);
    }

    @Test
    void neverProcessesOtherContentUnderAKnownKey() {
        ledger.accept(arrival("key-1", "digest", "first"));
        var conflict = ledger.accept(arrival("key-1", "other", "second"));

        assertThat(conflict.outcome()).isEqualTo(Acceptance.Outcome.CONFLICT);
        assertThat(conflict.receipt()).isEmpty();
        assertThat(ledger.transmission(conflict.transmission()).orElseThrow().state())
                .isEqualTo(Transmission.State.REFUSED);
        assertThat(ledger.claimOutbox(10, LEASE)).hasSize(1);
    }

    @Test
    void acceptsOneOfAHundredThatComeAtTheSameTime() throws Exception {
        var threads = Executors.newFixedThreadPool(20);
        try {
            List<Callable<Acceptance>> calls =
                    IntStream.range(0, 100)
                            .mapToObj(
                                    i ->
                                            (Callable<Acceptance>)
                                                    () -> ledger.accept(arrival("k", "d", "r" + i)))
                            .toList();
            var outcomes = new ArrayList<Acceptance>();
            for (var call : threads.invokeAll(calls)) {
                outcomes.add(call.get());
            }
            assertThat(outcomes).filteredOn(a -> a.outcome() == Acceptance.Outcome.NEW).hasSize(1);
            assertThat(outcomes)
                    .extracting(a -> a.receipt().orElseThrow())
                    .containsOnly(
                            outcomes.stream()
                                    .filter(a -> a.outcome() == Acceptance.Outcome.NEW)
                                    .findFirst()
                                    .orElseThrow()
                                    .receipt()
                                    .orElseThrow());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void handsAnOutboxRowToOneRelayUntilItsLeaseEnds() {
        ledger.accept(arrival("key-1", "digest", "r"));

        var claimed = ledger.claimOutbox(10, LEASE);
        assertThat(ledger.claimOutbox(10, LEASE)).isEmpty();
        clock.advance(LEASE.plusSeconds(1));
        assertThat(ledger.claimOutbox(10, LEASE)).isEqualTo(claimed);
        ledger.confirmSent(claimed.stream().map(OutboxEntry::id).toList());
        clock.advance(LEASE.plusSeconds(1));
        assertThat(ledger.claimOutbox(10, LEASE)).isEmpty();
    }

    @Test
    void settlesOnceAndNumbersWithoutGaps() {
        var one = ledger.accept(arrival("key-1", "digest", "r")).transmission();
        var two = ledger.accept(arrival("key-2", "digest", "r")).transmission();

        assertThat(ledger.settle(settlement(one, "X12|a|b|1")).result())
                .isEqualTo(SettlementOutcome.Result.SETTLED);
        assertThat(ledger.settle(settlement(one, "X12|a|b|1")).result())
                .isEqualTo(SettlementOutcome.Result.ALREADY_SETTLED);
        var repeated = ledger.settle(settlement(two, "X12|a|b|1"));
        assertThat(repeated.result()).isEqualTo(SettlementOutcome.Result.DUPLICATE_INTERCHANGE);
        assertThat(repeated.duplicates()).containsExactly("X12|a|b|1");
        assertThat(ledger.transmission(two).orElseThrow().state())
                .isEqualTo(Transmission.State.RECEIVED);
        ledger.settle(settlement(two, ""));

        assertThat(view.search("", 10, 0))
                .flatExtracting(LedgerView.Story::acknowledgements)
                .extracting(LedgerView.Acknowledgement::controlNumber)
                .containsExactlyInAnyOrder("000000001", "000000002");
        assertThat(view.search("RMA-1", 10, 0)).hasSize(2);
        assertThat(view.search("nothing like it", 10, 0)).isEmpty();
    }

    @Test
    void letsOnlyTheHolderOfTheTokenSettleADelivery() {
        var delivery = delivery();

        var claim = ledger.claim(delivery, LEASE).orElseThrow();
        assertThat(claim.interrupted()).isFalse();
        assertThat(ledger.claim(delivery, LEASE)).isEmpty();
        clock.advance(LEASE.plusSeconds(1));
        var next = ledger.claim(delivery, LEASE).orElseThrow();
        assertThat(next.interrupted()).isTrue();
        assertThat(next.idempotencyKey()).isEqualTo(claim.idempotencyKey());

        assertThat(ledger.settle(claim, outcome(DeliveryOutcome.State.DELIVERED))).isFalse();
        assertThat(ledger.settle(next, outcome(DeliveryOutcome.State.DELIVERED))).isTrue();
        assertThat(ledger.claim(delivery, LEASE)).isEmpty();
        assertThat(view.counts()).containsEntry("delivery.DELIVERED", 1L);
    }

    @Test
    void keepsTheFirstRenditionForEveryLaterAttempt() {
        var delivery = delivery();
        var claim = ledger.claim(delivery, LEASE).orElseThrow();
        assertThat(claim.rendition()).isEqualTo(Rendition.NONE);
        clock.advance(LEASE.plusSeconds(1));
        var next = ledger.claim(delivery, LEASE).orElseThrow();
        var made = new Rendition("address", "application/xml; charset=UTF-8");

        assertThat(ledger.rendered(claim, made)).isFalse();
        assertThat(ledger.rendered(next, made)).isTrue();
        assertThat(ledger.rendered(next, new Rendition("other", "text/plain"))).isFalse();

        clock.advance(LEASE.plusSeconds(1));
        assertThat(ledger.claim(delivery, LEASE).orElseThrow().rendition()).isEqualTo(made);
    }

    @Test
    void retriesWhenItIsTimeAndNotBefore() {
        var delivery = delivery();
        ledger.confirmSent(ledger.claimOutbox(10, LEASE).stream().map(OutboxEntry::id).toList());
        var claim = ledger.claim(delivery, LEASE).orElseThrow();
        ledger.settle(claim, outcome(DeliveryOutcome.State.RETRY));

        assertThat(ledger.claimOutbox(10, LEASE)).isEmpty();
        assertThat(ledger.claim(delivery, LEASE)).isEmpty();
        clock.advance(Duration.ofSeconds(61));
        assertThat(ledger.claimOutbox(10, LEASE))
                .extracting(OutboxEntry::reference)
                .containsExactly(delivery);
        assertThat(ledger.claim(delivery, LEASE)).isPresent();
    }

    @Test
    void emitsAgainWhatTheBrokerLost() {
        var transmission = ledger.accept(arrival("key-1", "digest", "r")).transmission();
        ledger.confirmSent(ledger.claimOutbox(10, LEASE).stream().map(OutboxEntry::id).toList());

        assertThat(ledger.sweep()).isZero();
        clock.advance(Duration.ofMinutes(3));
        assertThat(ledger.sweep()).isEqualTo(1);
        assertThat(ledger.sweep()).isZero();
        assertThat(ledger.claimOutbox(10, LEASE))
                .extracting(OutboxEntry::reference)
                .containsExactly(transmission);
    }

    @Test
    void noticesAChangedAuditRow() {
        ledger.accept(arrival("key-1", "digest", "r"));
        ledger.accept(arrival("key-2", "digest", "r"));
        var chain = new AuditChain(postgres.jdbc(), new LedgerTime(clock));
        assertThat(chain.firstBreak()).isZero();

        postgres.jdbc()
                .sql("update ledger_audit set what = 'nothing happened' where sequence = 2")
                .update();
        assertThat(chain.firstBreak()).isEqualTo(2);
    }

    @Test
    void refusesADatabaseThatForgetsCommits() {
        DurabilityGuard.check(postgres.pool);
        try (var careless = new HikariDataSource()) {
            careless.setJdbcUrl(
                    postgres.pool.getJdbcUrl() + "?options=-c%20synchronous_commit=off");
            careless.setUsername(postgres.pool.getUsername());
            careless.setPassword(postgres.pool.getPassword());
            assertThatThrownBy(() -> DurabilityGuard.check(careless))
                    .isInstanceOf(GatewayException.class)
                    .hasMessageContaining("LGR-001")
                    .hasMessageContaining("synchronous_commit is off");
        }
    }

    private UUID delivery() {
        var transmission = ledger.accept(arrival("key-1", "digest", "r")).transmission();
        ledger.settle(settlement(transmission, "X12|a|b|1"));
        return view.story(transmission).orElseThrow().deliveries().stream()
                .filter(d -> d.form().equals("canonical"))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private DeliveryOutcome outcome(DeliveryOutcome.State state) {
        return new DeliveryOutcome(state, 200, "said so", clock.instant().plusSeconds(60));
    }

    static Settlement settlement(UUID transmission, String key) {
        var report =
                new InterchangeReport(
                        Optional.empty(), 0, 0, Verdict.ACCEPTED, List.of(), List.of());
        var document =
                new SettledDocument(
                        UUID.randomUUID(),
                        1,
                        "180 004010",
                        "0001",
                        "return.request",
                        "RR-1",
                        "RMA-1",
                        "aa/bb",
                        List.of("erp"));
        var planned =
                new PlannedAcknowledgement(
                        "acme", "997", "us>acme", "A", (number, time) -> "ISA " + number);
        return new Settlement(
                transmission,
                List.of(new SettledInterchange(report, key, List.of(document), List.of(planned))));
    }

    static Arrival arrival(String key, String digest, String receipt) {
        return arrival(key, digest, receipt, "");
    }

    static Arrival arrival(String key, String digest, String receipt, String refusal) {
        return new Arrival(
                UUID.randomUUID(),
                Arrival.Channel.AS2,
                "acme",
                key,
                digest,
                "<id@acme>",
                "aa/wire",
                "aa/payload",
                "00ff",
                7,
                refusal,
                Optional.of(new Receipt("Headers: " + receipt, "body \u00FF " + receipt)));
    }
}
