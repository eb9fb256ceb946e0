package io.retrogate.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.MovingClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Asynchronous receipts are planned with the message that they are about. */
@Timeout(120)
class ReceiptDeliveryTest {

    private static final Duration LEASE = Duration.ofSeconds(30);

    private final MovingClock clock = new MovingClock();
    private final PostgresForTests postgres = PostgresForTests.shared();
    private final JdbcLedger ledger = postgres.ledger(clock);

    @BeforeEach
    void empty() {
        postgres.empty();
    }

    @Test
    void deliversAReceiptOnceWhileItIsUnderwayAndAgainToALaterResend() {
        ledger.accept(wantsReceiptAt("http://acme.example/mdn", "first"));
        ledger.accept(wantsReceiptAt("http://acme.example/mdn", "second"));
        ledger.accept(wantsReceiptAt("", "third"));

        var claims = claimDeliveries();
        assertThat(claims).hasSize(1);
        assertThat(claims.get(0).form()).isEqualTo(Receipt.FORM);
        assertThat(claims.get(0).target()).isEqualTo("acme");
        assertThat(claims.get(0).address()).isEqualTo("http://acme.example/mdn");
        assertThat(claims.get(0).content()).isEqualTo("Headers: first\r\n\r\nbody \u00FF first");
        ledger.settle(
                claims.get(0),
                new DeliveryOutcome(DeliveryOutcome.State.DELIVERED, 200, "", clock.instant()));

        ledger.accept(wantsReceiptAt("http://acme.example/mdn?again", "fourth"));
        var again = claimDeliveries();
        assertThat(again).hasSize(1);
        assertThat(again.get(0).address()).isEqualTo("http://acme.example/mdn?again");
        assertThat(again.get(0).content()).isEqualTo(claims.get(0).content());
    }

    private static Arrival wantsReceiptAt(String url, String receipt) {
        var plain = JdbcLedgerTest.arrival("key-1", "digest", receipt);
        return new Arrival(
                plain.id(),
                plain.channel(),
                plain.partner(),
                plain.uniqueKey(),
                plain.contentDigest(),
                plain.messageId(),
                plain.wireAddress(),
                plain.payloadAddress(),
                plain.sha256(),
                plain.size(),
                plain.refusal(),
                plain.receipt().map(r -> new Receipt(r.headers(), r.body(), url)));
    }

    private List<Claim> claimDeliveries() {
        return ledger.claimOutbox(10, LEASE).stream()
                .flatMap(entry -> ledger.claim(entry.reference(), LEASE).stream())
                .toList();
    }
}
