package io.retrogate.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.ledger.DeliveryOutcome.State;
import io.retrogate.ledger.Failpoint;
import io.retrogate.partner.Endpoint;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DeliveryTest extends DeliveryCase {

    @Test
    void postsACloudEventAndSettles() {
        assertThat(deliver()).isEqualTo(State.DELIVERED);
        var headers = erp.requests.get(0);
        assertThat(erp.bodies).containsExactly(JSON);
        assertThat(headers.getFirst("Idempotency-Key")).isEqualTo("key-1");
        assertThat(headers.get("Idempotency-Key")).hasSize(1);
        assertThat(headers.getFirst("ce-specversion")).isEqualTo("1.0");
        assertThat(headers.getFirst("ce-id")).isEqualTo("key-1");
        assertThat(headers.getFirst("ce-type")).isEqualTo("io.retrogate.return.shipment");
        assertThat(headers.getFirst("ce-source")).isEqualTo("urn:retrogate");
        assertThat(headers.getFirst("ce-time")).isEqualTo("2026-11-23T12:00:00Z");
        assertThat(headers.getFirst("ce-subject")).isEqualTo("RMA%207%25%C3%BC");
        assertThat(headers.getFirst("Content-Type")).isEqualTo("application/json");
        assertThat(headers.getFirst("Content-Length")).isEqualTo(String.valueOf(JSON.length()));
        assertThat(headers.getFirst("Authorization")).isEqualTo("Bearer secret");
        assertThat(reached)
                .containsExactly(
                        Failpoint.DELIVERY_TAKEN,
                        Failpoint.CLAIMED,
                        Failpoint.EFFECT_DONE,
                        Failpoint.OUTCOME_SETTLED);
        assertThat(ledger.leases).containsExactly(Duration.ofSeconds(17));
    }

    @Test
    void doesNothingWithoutAClaim() {
        ledger.claimable = false;
        deliverer.deliver(ledger.delivery);
        assertThat(erp.requests).isEmpty();
        assertThat(ledger.outcomes).isEmpty();
    }

    @Test
    void keepsTheKeyOverAllAttemptsAndGivesUpInTheEnd() {
        erp.answer = ErpPeer.status(500);
        assertThat(deliver()).isEqualTo(State.RETRY);
        assertThat(ledger.last().retryAt()).isEqualTo(NOW.plusSeconds(15));
        assertThat(deliver()).isEqualTo(State.RETRY);
        assertThat(ledger.last().retryAt()).isEqualTo(NOW.plusSeconds(30));
        assertThat(deliver()).isEqualTo(State.DEAD);
        assertThat(ledger.last().status()).isEqualTo(500);
        assertThat(erp.requests)
                .extracting(h -> h.getFirst("Idempotency-Key"))
                .containsExactly("key-1", "key-1", "key-1");
    }

    /** Each attempt was taken, and the receipt that would prove it never came. */
    @Test
    void givesUpAfterSoManyAttemptsWithoutAReceipt() {
        ledger.attempt = 3;

        assertThat(deliver()).isEqualTo(State.DEAD);
        assertThat(ledger.last().detail()).contains("3 attempts", "no receipt came");
        assertThat(erp.requests).isEmpty();
    }

    @Test
    void obeysRetryAfter() {
        erp.answer = ErpPeer.status(429, "Retry-After", "120");
        assertThat(deliver()).isEqualTo(State.RETRY);
        assertThat(ledger.last().retryAt()).isEqualTo(NOW.plusSeconds(120));
    }

    @Test
    void followsNoRedirect() {
        erp.answer = ErpPeer.status(307, "Location", erp.url().toString());
        assertThat(deliver()).isEqualTo(State.DEAD);
        assertThat(erp.requests).hasSize(1);
    }

    @Test
    void retriesWhenNobodyListens() {
        notIdempotent();
        erp.close();
        assertThat(deliver()).isEqualTo(State.RETRY);
        assertThat(ledger.last().status()).isZero();
    }

    @Test
    void holdsACutAnswerOfAnEndpointThatIsNotIdempotent() {
        notIdempotent();
        erp.answer = exchange -> exchange.close();
        assertThat(deliver()).isEqualTo(State.HELD);
        assertThat(erp.requests).hasSize(1);
    }

    @Test
    void repeatsACutAnswerWhereThatWasAgreed() {
        endpoints.set(0, endpoint(erp.url(), false, Endpoint.Ambiguous.RETRY));
        erp.answer = exchange -> exchange.close();
        assertThat(deliver()).isEqualTo(State.RETRY);
    }

    @Test
    void sendsNothingAfterAnInterruptedAttemptThatCannotBeRepeated() {
        notIdempotent();
        ledger.interrupted = true;
        assertThat(deliver()).isEqualTo(State.HELD);
        assertThat(erp.requests).isEmpty();
    }

    @Test
    void repeatsAnInterruptedAttemptWithTheSameKey() {
        ledger.interrupted = true;
        assertThat(deliver()).isEqualTo(State.DELIVERED);
        assertThat(erp.requests).hasSize(1);
    }

    @Test
    void endsAtTheDeadlineWhenNoAnswerComes() {
        notIdempotent();
        CountDownLatch never = new CountDownLatch(1);
        erp.answer = exchange -> await(never);
        long start = System.nanoTime();
        assertThat(deliver()).isEqualTo(State.HELD);
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(900), Duration.ofSeconds(5));
        never.countDown();
    }

    @Test
    void endsAtTheDeadlineWhenTheBodyDripsAndBelievesTheStatus() {
        erp.answer =
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    OutputStream drops = exchange.getResponseBody();
                    for (int i = 0; i < 100; i++) {
                        drops.write('.');
                        drops.flush();
                        await(new CountDownLatch(1), 100);
                    }
                };
        long start = System.nanoTime();
        assertThat(deliver()).isEqualTo(State.DELIVERED);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }
}
