package io.retrogate.receive;

import io.retrogate.edi.GatewayException;
import io.retrogate.ledger.Arrival;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;

/**
 * How a partner's files reach the intake: at once, or through a route of its folder, which decides
 * and tells but has no hand in what is taken: that is always the file as it came.
 */
record IntakeWay(String partner, Arrival.Channel way, FileIntake intake, Optional<String> through) {

    /** When this returns, the file is ours. If the route does not want it, it fails. */
    void take(Exchange exchange, String name, Path file) {
        var offer = new Offer(partner, way, name, file);
        if (through.isEmpty()) {
            offer.take(intake);
            return;
        }
        exchange.setProperty(Offer.PROPERTY, offer);
        try (ProducerTemplate camel = exchange.getContext().createProducerTemplate()) {
            camel.send("direct:" + through.get() + "?block=false", exchange);
        } catch (java.io.IOException e) {
            throw new GatewayException(FileProblem.NOT_KEPT, through.get(), e);
        }
        Exception failure = exchange.getException();
        if (failure != null) {
            throw new GatewayException(FileProblem.NOT_KEPT, name + ": " + failure, failure);
        }
        if (offer.refused()) {
            throw new GatewayException(FileProblem.NOT_KEPT, name + ": the intake failed");
        }
        if (!offer.taken()) {
            throw new GatewayException(FileProblem.LEFT, partner + " " + name);
        }
    }
}
