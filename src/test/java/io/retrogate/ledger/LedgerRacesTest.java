package io.retrogate.ledger;

import static io.retrogate.ledger.JdbcLedgerTest.arrival;
import static io.retrogate.ledger.JdbcLedgerTest.settlement;
import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.MovingClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LedgerRacesTest {

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
    void letsOneOfManyClaimADelivery() throws Exception {
        var transmission = accepted("key");
        ledger.settle(settlement(transmission, "X12|a|b|1"));
        var delivery = view.story(transmission).orElseThrow().deliveries().get(0).id();

        assertThat(atOnce(20, i -> ledger.claim(delivery, LEASE)))
                .filteredOn(Optional::isPresent)
                .hasSize(1);
    }

    @Test
    void letsOneOfManySettleATransmission() throws Exception {
        var transmission = accepted("key");

        var outcomes = atOnce(20, i -> ledger.settle(settlement(transmission, "X12|a|b|" + i)));

        assertThat(outcomes)
                .extracting(SettlementOutcome::result)
                .filteredOn(SettlementOutcome.Result.SETTLED::equals)
                .hasSize(1);
        assertThat(view.story(transmission).orElseThrow().acknowledgements()).hasSize(1);
    }

    @Test
    void letsOneOfManyTransmissionsHaveAnInterchange() throws Exception {
        var transmissions = IntStream.range(0, 20).mapToObj(i -> accepted("key-" + i)).toList();

        var outcomes =
                atOnce(20, i -> ledger.settle(settlement(transmissions.get(i), "X12|a|b|1")));

        assertThat(outcomes)
                .extracting(SettlementOutcome::result)
                .filteredOn(SettlementOutcome.Result.SETTLED::equals)
                .hasSize(1);
        assertThat(view.counts())
                .containsEntry("transmission.RECEIVED", 19L)
                .containsEntry("delivery.READY", 2L);
    }

    @Test
    void handsEachOutboxRowToOneRelay() throws Exception {
        IntStream.range(0, 60).forEach(i -> accepted("key-" + i));

        var claimed = new ArrayList<UUID>();
        for (var batch : atOnce(12, i -> ledger.claimOutbox(10, LEASE))) {
            batch.forEach(entry -> claimed.add(entry.id()));
        }
        ledger.claimOutbox(60, LEASE).forEach(entry -> claimed.add(entry.id()));

        assertThat(claimed).doesNotHaveDuplicates().hasSize(60);
    }

    @Test
    void numbersWithoutGapsAndKeepsTheChainWholeUnderLoad() throws Exception {
        atOnce(
                40,
                i -> {
                    var transmission = accepted("key-" + i);
                    // Every fourth interchange came before: its transaction takes a number back.
                    var key = "X12|a|b|" + (i % 4 == 0 ? 0 : i);
                    return ledger.settle(settlement(transmission, key));
                });

        var numbers = new HashSet<Long>();
        view.search("", 100, 0).stream()
                .flatMap(story -> story.acknowledgements().stream())
                .forEach(ack -> numbers.add(Long.parseLong(ack.controlNumber())));
        assertThat(numbers).hasSize(31).contains(1L, 31L);
        assertThat(new AuditChain(postgres.jdbc(), new LedgerTime(clock)).firstBreak()).isZero();
    }

    private UUID accepted(String key) {
        return ledger.accept(arrival(key, "digest", "r")).transmission();
    }

    private static <T> List<T> atOnce(int count, IntFunction<T> work) throws Exception {
        var threads = Executors.newFixedThreadPool(20);
        try {
            List<Callable<T>> calls =
                    IntStream.range(0, count)
                            .mapToObj(i -> (Callable<T>) () -> work.apply(i))
                            .toList();
            var results = new ArrayList<T>();
            for (var result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
