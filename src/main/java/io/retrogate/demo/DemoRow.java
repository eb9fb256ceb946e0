package io.retrogate.demo;

import io.retrogate.ledger.LedgerView;
import java.util.List;

/**
 * What became of one scene.
 *
 * @param receipt of the transport: the MDN's verdict, or that the file was moved
 * @param acknowledgement the code that the partner found in what it received; empty if none came
 * @param deliveries to the endpoints
 */
record DemoRow(
        Scene scene,
        String receipt,
        boolean receiptRight,
        String acknowledgement,
        List<String> kinds,
        List<LedgerView.Delivery> deliveries) {

    DemoRow {
        kinds = List.copyOf(kinds);
        deliveries = List.copyOf(deliveries);
    }

    boolean right() {
        return receiptRight
                && acknowledgement.equals(scene.acknowledgement())
                && (scene.kind().isEmpty()
                        ? kinds.isEmpty()
                        : !kinds.isEmpty() && kinds.stream().allMatch(scene.kind()::equals))
                && deliveries.size() == scene.deliveries()
                && deliveries.stream().allMatch(d -> d.state().equals("DELIVERED"));
    }
}
