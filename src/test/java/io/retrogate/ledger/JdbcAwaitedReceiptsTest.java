package io.retrogate.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.MovingClock;
import io.retrogate.ledger.AwaitedReceipts.Arrived;
import io.retrogate.ledger.DeliveryOutcome.State;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever holds a delivery: its receipt ends it, once. */
@Timeout(120)
class JdbcAwaitedReceiptsTest {

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration WITHIN = Duration.ofHours(1);
    private static final String ID = "<key@retrogate>";

    private final MovingClock clock = new MovingClock();
    private final PostgresForTests postgres = PostgresForTests.shared();
    private final JdbcLedger ledger = postgres.ledger(clock);
    private final AwaitedReceipts receipts = postgres.receipts(clock);
    private final JdbcLedgerView view = new JdbcLedgerView(postgres.jdbc());
    private Claim claim;

    @BeforeEach
    void send() {
        postgres.empty();
        Arrival arrival = JdbcLedgerTest.arrival("key", "digest", "receipt");
        ledger.accept(arrival);
        ledger.settle(JdbcLedgerTest.settlement(arrival.id(), "interchange"));
        claim =
                ledger.claimOutbox(10, LEASE).stream()
                        .flatMap(entry -> ledger.claim(entry.reference(), LEASE).stream())
                        .filter(c -> c.form().equals("997"))
                        .findFirst()
                        .orElseThrow();
        assertThat(receipts.expect(claim, ID, "aa==, sha-256")).isTrue();
    }

    @Test
    void findsOnlyWhatWasSentToThisPartner() {
        assertThat(receipts.find("acme", ID))
                .contains(new AwaitedReceipts.Awaited(claim.delivery(), "aa==, sha-256"));
        assertThat(receipts.find("globex", ID)).isEmpty();
        assertThat(receipts.find("acme", "<other@retrogate>")).isEmpty();
        assertThat(receipts.find("acme", "")).isEmpty();
    }

    @Test
    void endsADeliveryThatAwaitsIt() {
        await();
        arrives(State.DELIVERED, "processed");

        assertThat(delivery().state()).isEqualTo("DELIVERED");
        assertThat(delivery().lastDetail()).isEqualTo("processed");
        clock.advance(WITHIN.plus(LEASE));
        assertThat(ledger.claim(claim.delivery(), LEASE)).isEmpty();
    }

    @Test
    void endsADeliveryBeforeItsAnswerIsHere() {
        arrives(State.DELIVERED, "processed");

        assertThat(ledger.settle(claim, awaited())).isFalse();
        assertThat(delivery().state()).isEqualTo("DELIVERED");
    }

    @Test
    void letsItBeSentAgainWhenNoneComes() {
        await();

        assertThat(ledger.claim(claim.delivery(), LEASE)).isEmpty();
        clock.advance(WITHIN);
        Claim again = ledger.claim(claim.delivery(), LEASE).orElseThrow();

        assertThat(again.attempt()).isEqualTo(2);
        assertThat(again.interrupted()).isFalse();
        assertThat(receipts.expect(claim, ID, "other")).as("a stale token").isFalse();
        arrives(State.DELIVERED, "processed");
        assertThat(delivery().state()).isEqualTo("DELIVERED");
    }

    @Test
    void sendsAgainAtOnceWhereThePartnerHasOtherBytes() {
        await();
        ledger.confirmSent(ledger.claimOutbox(10, LEASE).stream().map(OutboxEntry::id).toList());
        arrives(State.RETRY, "other bytes");

        assertThat(ledger.claimOutbox(10, LEASE))
                .extracting(OutboxEntry::reference)
                .containsExactly(claim.delivery());
        assertThat(ledger.claim(claim.delivery(), LEASE)).isPresent();
    }

    @Test
    void believesALateReceiptAndNoSecondRefusal() {
        arrives(State.DEAD, "refused");
        assertThat(delivery().state()).isEqualTo("DEAD");
        arrives(State.RETRY, "other bytes");
        assertThat(delivery().state()).isEqualTo("DEAD");

        arrives(State.DELIVERED, "processed");
        assertThat(delivery().state()).isEqualTo("DELIVERED");
        assertThat(delivery().lastDetail()).isEqualTo("late: processed");
        arrives(State.DEAD, "refused");
        assertThat(delivery().state()).isEqualTo("DELIVERED");
    }

    @Test
    void keepsEvenWhatProvesNothing() {
        await();
        receipts.arrived(
                new Arrived(claim.delivery(), "A: b\r\n", "aa/bb", Optional.empty(), "unsigned"));

        assertThat(delivery().state()).isEqualTo("AWAITED");
        List<String> kept =
                postgres.jdbc()
                        .sql("select headers || address || judgement from ledger_receipt")
                        .query(String.class)
                        .list();
        assertThat(kept).containsExactly("A: b\r\naa/bbunsigned");
        assertThat(delivery().takenAt()).isPresent();
        assertThat(delivery().nextAttemptAt()).contains(delivery().takenAt().get().plus(WITHIN));
        assertThat(delivery().receipts())
                .singleElement()
                .satisfies(receipt -> assertThat(receipt.judgement()).isEqualTo("unsigned"))
                .satisfies(receipt -> assertThat(receipt.headers()).isEqualTo("A: b\r\n"))
                .satisfies(receipt -> assertThat(receipt.address()).isEqualTo("aa/bb"))
                .satisfies(
                        receipt ->
                                assertThat(receipt.receivedAt())
                                        .isEqualTo(delivery().takenAt().get()));
    }

    private void await() {
        assertThat(ledger.settle(claim, awaited())).isTrue();
        assertThat(delivery().state()).isEqualTo("AWAITED");
    }

    private DeliveryOutcome awaited() {
        return new DeliveryOutcome(State.AWAITED, 200, "taken", clock.instant().plus(WITHIN));
    }

    private void arrives(State state, String detail) {
        var outcome = new DeliveryOutcome(state, 0, detail, clock.instant());
        receipts.arrived(new Arrived(claim.delivery(), "", "aa/bb", Optional.of(outcome), detail));
    }

    private LedgerView.Delivery delivery() {
        return view.search("", 10, 0).stream()
                .flatMap(story -> story.deliveries().stream())
                .filter(delivery -> delivery.id().equals(claim.delivery()))
                .findFirst()
                .orElseThrow();
    }
}
