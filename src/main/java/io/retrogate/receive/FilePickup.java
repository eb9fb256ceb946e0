package io.retrogate.receive;

import io.retrogate.edi.GatewayException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Processor;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
import org.apache.camel.support.SynchronizationAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adapts Camel's file consumer to {@link Wanted}, {@link Sightings} and the intake, for one route.
 * Camel moves or deletes the file when the exchange has succeeded, and not otherwise.
 */
final class FilePickup implements GenericFileFilter<Object>, Processor {

    private static final Logger log = LoggerFactory.getLogger(FilePickup.class);

    private final Wanted wanted;
    private final Sightings sightings;
    private final Optional<KeptFiles> kept;
    private final IntakeWay way;
    private final FileFailures failures;

    /** With {@code kept}, files stay where they are. */
    FilePickup(
            Wanted wanted,
            Sightings sightings,
            Optional<KeptFiles> kept,
            IntakeWay way,
            FileFailures failures) {
        this.wanted = wanted;
        this.sightings = sightings;
        this.kept = kept;
        this.way = way;
        this.failures = failures;
    }

    @Override
    public boolean accept(GenericFile<Object> file) {
        String name = file.getFileName();
        if (file.isDirectory()) {
            return wanted.folder(name);
        }
        long size = file.getFileLength();
        long modified = file.getLastModified();
        return wanted.file(name)
                && !kept.map(files -> files.known(name, size, modified)).orElse(false)
                && sightings.ready(name, size, modified);
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
            throw new GatewayException(FileProblem.INCOMPLETE, way.partner() + " " + name);
        }
        if (!same(name, file)) {
            handIn(exchange, name, file);
        }
        exchange.getExchangeExtension().addOnCompletion(new Done(name));
        if (kept.isPresent()) {
            kept.get().keep(name, sightings.seen(name), Sha256.of(file));
        }
    }

    /** Of a kept file that was looked at again; the intake need not hear of it. */
    private boolean same(String name, Path file) throws IOException {
        return kept.isPresent() && kept.get().same(name, Sha256.of(file));
    }

    private void handIn(Exchange exchange, String name, Path file) {
        try {
            way.take(exchange, name, file);
        } catch (GatewayException e) {
            if (e.code() == FileProblem.LEFT) {
                sightings.left(name);
            }
            throw e;
        }
    }

    private final class Done extends SynchronizationAdapter {

        private final String name;

        private Done(String name) {
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
            way.intake().moved();
            log.atDebug()
                    .addKeyValue("partner", way.partner())
                    .addKeyValue("file", name)
                    .log("done with");
        }
    }
}
