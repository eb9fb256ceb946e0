package io.retrogate;

import io.retrogate.ledger.Arrival;
import io.retrogate.ledger.Instalment;
import io.retrogate.ledger.Ledger;
import io.retrogate.ledger.Progress;
import io.retrogate.ledger.Settlement;
import io.retrogate.ledger.SettlementOutcome;
import io.retrogate.ledger.Transmission;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What the spine asks of the ledger, and what it was told. */
final class PlayedLedger {

    final UUID transmission = UUID.fromString("00000000-0000-0000-0000-000000000007");
    final List<Settlement> settled = new ArrayList<>();
    final Map<UUID, String> failed = new HashMap<>();
    final List<Instalment> instalments = new ArrayList<>();
    Progress progress = Progress.NONE;
    Transmission.State state = Transmission.State.RECEIVED;
    Set<String> duplicates = Set.of();
    String payload = "";

    Ledger ledger() {
        return (Ledger)
                Proxy.newProxyInstance(
                        Ledger.class.getClassLoader(),
                        new Class<?>[] {Ledger.class},
                        (proxy, method, arguments) ->
                                switch (method.getName()) {
                                    case "transmission" -> transmission((UUID) arguments[0]);
                                    case "settle" ->
                                            arguments[0] instanceof Instalment instalment
                                                    ? settle(instalment)
                                                    : settle((Settlement) arguments[0]);
                                    case "progress" -> progress;
                                    case "fail" ->
                                            failed.put((UUID) arguments[0], (String) arguments[1]);
                                    default ->
                                            throw new UnsupportedOperationException(
                                                    method.getName());
                                });
    }

    private Optional<Transmission> transmission(UUID id) {
        return Optional.of(
                new Transmission(
                        id,
                        Arrival.Channel.AS2,
                        "acme",
                        "<1@acme>",
                        "",
                        payload,
                        payload,
                        "",
                        0,
                        state,
                        "",
                        Instant.parse("2026-11-23T12:00:00Z")));
    }

    /** As the real one does, it refuses what does not come next. */
    private SettlementOutcome settle(Instalment instalment) {
        if (!instalment.from().equals(progress)) {
            return new SettlementOutcome(SettlementOutcome.Result.ALREADY_SETTLED, Set.of());
        }
        var outcome = outcome();
        if (outcome.result() == SettlementOutcome.Result.SETTLED) {
            instalments.add(instalment);
            progress = instalment.to();
        }
        return outcome;
    }

    private SettlementOutcome settle(Settlement settlement) {
        settled.add(settlement);
        return outcome();
    }

    private SettlementOutcome outcome() {
        var known = duplicates;
        duplicates = Set.of();
        return known.isEmpty()
                ? new SettlementOutcome(SettlementOutcome.Result.SETTLED, Set.of())
                : new SettlementOutcome(SettlementOutcome.Result.DUPLICATE_INTERCHANGE, known);
    }
}
