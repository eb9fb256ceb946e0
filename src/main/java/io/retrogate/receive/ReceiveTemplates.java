package io.retrogate.receive;

import io.retrogate.archive.Archive;
import io.retrogate.ledger.Failpoints;
import io.retrogate.ledger.Ledger;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.camel.builder.RouteBuilder;

/**
 * The route templates by which partner folders say how files come to us. Whatever the way, a file
 * goes through one intake and is done with at the partner's only once it is ours for good.
 */
public final class ReceiveTemplates {

    private final List<Supplier<RouteBuilder>> all;

    /** Files wait in the spool of the data directory while they are taken in. */
    public ReceiveTemplates(
            Archive archive, Ledger ledger, Failpoints failpoints, Clock clock, Path data) {
        this(new FileIntake(archive, ledger, failpoints, UUID::randomUUID), clock, data);
    }

    ReceiveTemplates(FileIntake intake, Clock clock, Path data) {
        var polling = new Polling(intake, clock, data.resolve("spool").resolve("received"));
        this.all =
                List.of(
                        new SftpReceiveTemplate(polling)::routes,
                        new FtpsReceiveTemplate(polling)::routes,
                        new FolderReceiveTemplate(polling, data)::routes,
                        new IntakeTemplate(intake)::routes);
    }

    /** A builder belongs to one context, so each is made anew. */
    public List<Supplier<RouteBuilder>> all() {
        return all;
    }
}
