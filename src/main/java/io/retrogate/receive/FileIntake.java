package io.retrogate.receive;

import io.retrogate.archive.Archive;
import io.retrogate.archive.Archived;
import io.retrogate.edi.GatewayException;
import io.retrogate.ledger.Acceptance;
import io.retrogate.ledger.Arrival;
import io.retrogate.ledger.Failpoint;
import io.retrogate.ledger.Failpoints;
import io.retrogate.ledger.Ledger;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes one file in, whichever way it came. When {@link #take} returns, the file is ours for good
 * and may be moved on the partner's server; if it throws, the file stays there and comes again.
 */
final class FileIntake {

    private static final Logger log = LoggerFactory.getLogger(FileIntake.class);

    private final Archive archive;
    private final Ledger ledger;
    private final Failpoints failpoints;
    private final Supplier<UUID> ids;

    FileIntake(Archive archive, Ledger ledger, Failpoints failpoints, Supplier<UUID> ids) {
        this.archive = archive;
        this.ledger = ledger;
        this.failpoints = failpoints;
        this.ids = ids;
    }

    /**
     * The content is the key: the same bytes again, under whatever name and way, are a duplicate.
     */
    Acceptance take(String partner, Arrival.Channel channel, String name, Path file) {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
            return take(partner, channel, name, bytes);
        } catch (IOException e) {
            throw new GatewayException(FileProblem.NOT_KEPT, file.getFileName() + ": " + e, e);
        }
    }

    /** The bytes are read to their end; who opened them closes them. */
    Acceptance take(String partner, Arrival.Channel channel, String name, InputStream bytes)
            throws IOException {
        failpoints.reach(Failpoint.BODY_RECEIVED);
        Archived kept = archive.store(bytes);
        failpoints.reach(Failpoint.ARCHIVED);
        Arrival arrival =
                new Arrival(
                        ids.get(),
                        channel,
                        partner,
                        "sftp|" + partner + "|" + kept.sha256(),
                        kept.sha256(),
                        name,
                        kept.address().value(),
                        kept.address().value(),
                        kept.sha256(),
                        kept.size(),
                        "",
                        Optional.empty());
        Acceptance acceptance = ledger.accept(arrival);
        failpoints.reach(Failpoint.ACCEPTED);
        log.atInfo()
                .addKeyValue("transmission", acceptance.transmission())
                .addKeyValue("partner", partner)
                .addKeyValue("file", name)
                .addKeyValue("sha256", kept.sha256())
                .addKeyValue("outcome", acceptance.outcome())
                .addKeyValue("channel", channel)
                .log("file received");
        return acceptance;
    }

    void moved() {
        failpoints.reach(Failpoint.RECEIPT_SENT);
    }
}
