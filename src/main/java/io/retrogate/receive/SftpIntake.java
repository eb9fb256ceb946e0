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
 * Takes one downloaded file in. When {@link #take} returns, the file is ours for good and may be
 * moved on the partner's server; if it throws, the file stays there and comes again.
 */
final class SftpIntake {

    private static final Logger log = LoggerFactory.getLogger(SftpIntake.class);

    private final Archive archive;
    private final Ledger ledger;
    private final Failpoints failpoints;
    private final Supplier<UUID> ids;

    SftpIntake(Archive archive, Ledger ledger, Failpoints failpoints, Supplier<UUID> ids) {
        this.archive = archive;
        this.ledger = ledger;
        this.failpoints = failpoints;
        this.ids = ids;
    }

    /** The content is the key: the same bytes again, under whatever name, are a duplicate. */
    Acceptance take(String partner, String name, Path file) {
        failpoints.reach(Failpoint.BODY_RECEIVED);
        Archived kept = archived(file);
        failpoints.reach(Failpoint.ARCHIVED);
        Arrival arrival =
                new Arrival(
                        ids.get(),
                        Arrival.Channel.SFTP,
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
                .log("SFTP file received");
        return acceptance;
    }

    void moved() {
        failpoints.reach(Failpoint.RECEIPT_SENT);
    }

    private Archived archived(Path file) {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
            return archive.store(bytes);
        } catch (IOException e) {
            throw new GatewayException(SftpProblem.NOT_KEPT, file.getFileName() + ": " + e, e);
        }
    }
}
