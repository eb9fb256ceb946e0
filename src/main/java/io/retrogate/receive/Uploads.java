package io.retrogate.receive;

import io.retrogate.edi.GatewayException;
import io.retrogate.ledger.Arrival;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes in what partners put into their homes, and tidies up behind it. */
final class Uploads {

    private static final Logger log = LoggerFactory.getLogger(Uploads.class);

    /** So long a file that is ours is still to be seen. */
    private static final Duration LINGER = Duration.ofSeconds(30);

    /** After a restart nobody knows any more that a partner is still writing. */
    private static final Duration QUIET = Duration.ofMinutes(1);

    private final FileIntake intake;
    private final Clock clock;
    private final Duration incompleteAfter;

    Uploads(FileIntake intake, Clock clock, Duration incompleteAfter) {
        this.intake = intake;
        this.clock = clock;
        this.incompleteAfter = incompleteAfter;
    }

    /**
     * The partner says that this file is whole. When this returns, it is ours, or it lacks its end
     * and waits; if it throws, the partner is to be told that we could not keep it.
     */
    void complete(PartnerHome home, Path file) throws IOException {
        if (!Wanted.finished(file) || !Files.exists(file)) {
            return;
        }
        if (!ClosingTrailer.closes(file)) {
            log.atInfo()
                    .addKeyValue("partner", home.partner())
                    .addKeyValue("file", file.getFileName())
                    .addKeyValue("problem", FileProblem.INCOMPLETE.id())
                    .log("waits for its end");
            return;
        }
        take(home, file);
    }

    private void take(PartnerHome home, Path file) throws IOException {
        String name = home.root().relativize(file).toString();
        try {
            intake.take(home.partner(), Arrival.Channel.SFTP, name, file);
        } catch (RuntimeException e) {
            throw new IOException(FileProblem.NOT_KEPT.id() + " try again later", e);
        }
        home.taken(file);
        intake.moved();
    }

    /** What a crash or a failure left, and what is ours for long enough. */
    void tidy(PartnerHome home) throws IOException {
        for (Path file : home.files()) {
            try {
                tidy(home, file);
            } catch (NoSuchFileException e) {
                home.forget(file);
            } catch (IOException | GatewayException e) {
                log.atWarn()
                        .addKeyValue("partner", home.partner())
                        .addKeyValue("file", file.getFileName())
                        .addKeyValue("problem", FileProblem.NOT_KEPT.id())
                        .addKeyValue("cause", e.getMessage())
                        .log("nothing taken in");
            }
        }
    }

    private void tidy(PartnerHome home, Path file) throws IOException {
        if (home.isOpen(file) || !Wanted.finished(file)) {
            return;
        }
        Duration age = age(file);
        if (home.isTaken(file)) {
            if (age.compareTo(LINGER) >= 0) {
                home.remove(file);
            }
        } else if (isDue(home, file, age)) {
            take(home, file);
        }
    }

    private boolean isDue(PartnerHome home, Path file, Duration age) throws IOException {
        if (age.compareTo(incompleteAfter) >= 0) {
            return !home.isBroken(file);
        }
        return home.isClosed(file)
                ? ClosingTrailer.closes(file)
                : age.compareTo(QUIET) >= 0 && ClosingTrailer.ends(file);
    }

    /** Since we last saw it change; a partner may set any time it likes. */
    private Duration age(Path file) throws IOException {
        Instant changed =
                ((java.nio.file.attribute.FileTime) Files.getAttribute(file, "unix:ctime"))
                        .toInstant();
        return Duration.between(changed, clock.instant());
    }
}
