package io.retrogate.receive;

import io.retrogate.edi.GatewayException;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Processor;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
import org.apache.camel.support.SynchronizationAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adapts Camel's file consumer to {@link Sightings} and {@link SftpIntake}, for one partner. Camel
 * moves the file when the exchange has succeeded, and not otherwise.
 */
final class SftpPickup implements GenericFileFilter<Object>, Processor {

    private static final Logger log = LoggerFactory.getLogger(SftpPickup.class);

    private final String partner;
    private final Sightings sightings;
    private final SftpIntake intake;
    private final SftpFailures failures;

    SftpPickup(String partner, Sightings sightings, SftpIntake intake, SftpFailures failures) {
        this.partner = partner;
        this.sightings = sightings;
        this.intake = intake;
        this.failures = failures;
    }

    @Override
    public boolean accept(GenericFile<Object> file) {
        return !file.isDirectory()
                && sightings.ready(
                        file.getFileName(), file.getFileLength(), file.getLastModified());
    }

    @Override
    public void process(Exchange exchange) throws IOException, InvalidPayloadException {
        try {
            take(exchange);
        } catch (IOException | InvalidPayloadException | RuntimeException e) {
            // Camel puts the file back and says nothing of why.
            failures.handleException(e);
            throw e;
        }
    }

    private void take(Exchange exchange) throws IOException, InvalidPayloadException {
        String name = exchange.getMessage().getHeader(Exchange.FILE_NAME, "unnamed", String.class);
        Path file = exchange.getMessage().getMandatoryBody(java.io.File.class).toPath();
        if (!ClosingTrailer.closes(file) && !sightings.overdue(name)) {
            sightings.incomplete(name);
            throw new GatewayException(SftpProblem.INCOMPLETE, partner + " " + name);
        }
        intake.take(partner, name, file);
        exchange.getExchangeExtension().addOnCompletion(new Moved(name));
    }

    private final class Moved extends SynchronizationAdapter {

        private final String name;

        private Moved(String name) {
            this.name = name;
        }

        @Override
        public int getOrder() {
            // After Camel has moved the file.
            return LOWEST;
        }

        @Override
        public void onComplete(Exchange exchange) {
            sightings.taken(name);
            intake.moved();
            log.atDebug().addKeyValue("partner", partner).addKeyValue("file", name).log("moved");
        }
    }
}
