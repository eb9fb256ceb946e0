package io.retrogate.deliver;

import io.retrogate.ledger.Claim;
import io.retrogate.ledger.DeliveryOutcome;
import io.retrogate.ledger.Ledger;
import io.retrogate.ledger.Rendition;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Lets one delivery be claimed again and again, and remembers outcomes and leases. */
final class RecordingLedger {

    final List<DeliveryOutcome> outcomes = new ArrayList<>();
    final List<Duration> leases = new ArrayList<>();
    final UUID delivery = UUID.fromString("00000000-0000-0000-0000-000000000001");
    boolean claimable = true;
    boolean interrupted;
    boolean current = true;
    Rendition rendition = Rendition.NONE;
    String form = "canonical";
    String target = "erp";
    String content = "";
    int attempt;

    Ledger ledger() {
        return (Ledger)
                Proxy.newProxyInstance(
                        Ledger.class.getClassLoader(),
                        new Class<?>[] {Ledger.class},
                        (proxy, method, arguments) ->
                                switch (method.getName()) {
                                    case "claim" -> claim((Duration) arguments[1]);
                                    case "rendered" -> rendered((Rendition) arguments[1]);
                                    case "settle" -> outcomes.add((DeliveryOutcome) arguments[1]);
                                    default ->
                                            throw new UnsupportedOperationException(
                                                    method.getName());
                                });
    }

    DeliveryOutcome last() {
        return outcomes.get(outcomes.size() - 1);
    }

    private Optional<Claim> claim(Duration lease) {
        if (!claimable) {
            return Optional.empty();
        }
        leases.add(lease);
        attempt++;
        return Optional.of(
                new Claim(
                        delivery,
                        attempt,
                        form,
                        target,
                        "address",
                        content,
                        "key-1",
                        "RMA 7%ü",
                        "return.shipment",
                        attempt,
                        Instant.parse("2026-11-23T12:00:00Z"),
                        interrupted,
                        rendition));
    }

    private boolean rendered(Rendition made) {
        if (current) {
            rendition = made;
        }
        return current;
    }
}
