package io.retrogate;

import io.retrogate.deliver.Deliverer;
import io.retrogate.edi.GatewayException;
import io.retrogate.edi.ProblemCode;
import java.util.UUID;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The way of one document. A broker message carries an id only; what happened stands in the ledger,
 * so every step may run twice.
 */
@Component
final class Spine {

    static final String DELIVERY = "delivery";

    private static final Logger log = LoggerFactory.getLogger(Spine.class);
    private static final String TRANSMISSION = "transmission";

    /** An unknown exception that comes back this often is the document's, not the moment's. */
    private static final int POISON = 5;

    private final Stations stations;
    private final Deliverer deliverer;

    Spine(Stations stations, Deliverer deliverer) {
        this.stations = stations;
        this.deliverer = deliverer;
    }

    /** Taking transmissions from the broker, through every stage. */
    RouteBuilder transmissions() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("jms:queue:retrogate.transmission?concurrentConsumers=4")
                        .routeId("spine")
                        .onException(Exception.class)
                        .onWhen(Spine::hopeless)
                        .handled(true)
                        .process(Spine.this::giveUp)
                        .end()
                        .setProperty(TRANSMISSION, bodyAs(String.class))
                        .process(
                                stage(
                                        "take",
                                        (String id) ->
                                                stations.take(UUID.fromString(id)).orElse(null)))
                        .filter(body().isNotNull())
                        .process(stage("validate", stations::validate))
                        .process(stage("translate", stations::translate))
                        .process(
                                stage(
                                        "settle",
                                        (Passage passage) -> {
                                            stations.settle(passage);
                                            return passage;
                                        }));
            }
        };
    }

    /** The template of a queue for one partner or endpoint. */
    RouteBuilder deliveries() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                routeTemplate(DELIVERY)
                        .templateParameter("target")
                        .from("jms:queue:retrogate.delivery.{{target}}?concurrentConsumers=4")
                        .process(
                                exchange ->
                                        deliverer.deliver(
                                                UUID.fromString(
                                                        exchange.getMessage()
                                                                .getMandatoryBody(String.class))));
            }
        };
    }

    @SuppressWarnings("unchecked")
    private static <I, O> Processor stage(String name, Function<I, O> work) {
        return exchange -> {
            exchange.setProperty("stage", name);
            exchange.getMessage().setBody(work.apply((I) exchange.getMessage().getMandatoryBody()));
        };
    }

    private static boolean hopeless(Exchange exchange) {
        var cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        if (cause instanceof GatewayException failure) {
            return failure.code().retry() == ProblemCode.Retry.NEVER;
        }
        var count = exchange.getMessage().getHeader("JMSXDeliveryCount", 1, Integer.class);
        return count >= POISON;
    }

    private void giveUp(Exchange exchange) {
        var cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        var id = exchange.getProperty(TRANSMISSION, String.class);
        var problem =
                cause instanceof GatewayException failure
                        ? failure.code().id() + " " + failure.code().remedy()
                        : RootProblem.UNEXPECTED.id() + " " + cause;
        log.atWarn()
                .addKeyValue("transmission", id)
                .addKeyValue("stage", exchange.getProperty("stage"))
                .addKeyValue("problem", problem)
                .setCause(cause)
                .log("failed for good");
        stations.fail(UUID.fromString(id), problem);
    }
}
