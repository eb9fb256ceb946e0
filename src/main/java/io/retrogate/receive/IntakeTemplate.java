package io.retrogate.receive;

import io.retrogate.edi.GatewayException;
import io.retrogate.ledger.Arrival;
import java.io.InputStream;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.SynchronizationAdapter;

/**
 * The route template {@code intake}: {@code direct:<partner>-intake}, where routes of a partner's
 * folder hand in what the partner sent. When it returns, that is ours for good.
 */
final class IntakeTemplate {

    private final FileIntake intake;

    IntakeTemplate(FileIntake intake) {
        this.intake = intake;
    }

    RouteBuilder routes() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                routeTemplate("intake")
                        .description(
                                "Takes in what routes of the folder hand to"
                                        + " `direct:<partner>-intake`.")
                        .templateParameter("partner")
                        .configure(
                                route -> {
                                    var parameters = new TemplateParameters(route);
                                    String partner = parameters.partner();
                                    parameters.bind(partner + "-intake", new Door(partner));
                                })
                        .from("direct:{{partner}}-intake")
                        .errorHandler(noErrorHandler())
                        .process("{{partner}}-intake");
            }
        };
    }

    private final class Door implements Processor {

        private final String partner;

        private Door(String partner) {
            this.partner = partner;
        }

        @Override
        public void process(Exchange exchange) throws Exception {
            try {
                take(exchange);
            } catch (Exception e) {
                exchange.getExchangeExtension().addOnCompletion(new NotOurs(e));
                throw e;
            }
        }

        private void take(Exchange exchange) throws Exception {
            var offer = exchange.getProperty(Offer.PROPERTY, Offer.class);
            if (offer == null) {
                var message = exchange.getMessage();
                String name =
                        message.getHeader(
                                Exchange.FILE_NAME, exchange.getExchangeId(), String.class);
                try (InputStream bytes = message.getMandatoryBody(InputStream.class)) {
                    intake.take(partner, Arrival.Channel.ROUTE, name, bytes);
                }
                return;
            }
            if (!offer.partner().equals(partner)) {
                throw new GatewayException(FileProblem.NOT_KEPT, "the file of " + offer.partner());
            }
            offer.take(intake);
        }
    }

    /** Whatever a route makes of our failure, its consumer may not take the file as done. */
    private static final class NotOurs extends SynchronizationAdapter {

        private final Exception failure;

        private NotOurs(Exception failure) {
            this.failure = failure;
        }

        @Override
        public int getOrder() {
            // Before Camel's consumer decides what becomes of the file.
            return HIGHEST;
        }

        @Override
        public void onComplete(Exchange exchange) {
            exchange.setException(failure);
        }
    }
}
