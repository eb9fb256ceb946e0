package io.retrogate.receive;

import io.retrogate.edi.GatewayException;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which files are ours although they stay where they are, over restarts. It only spares work: the
 * ledger knows each content, so a file that is forgotten here comes again and is a duplicate. A
 * file is looked at anew when its size or time changes, and once a day, for a change that neither
 * shows.
 */
final class KeptFiles {

    private static final Duration LOOK_AGAIN = Duration.ofDays(1);
    private static final Duration FORGET = Duration.ofDays(30);
    private static final int SLACK = 1000;

    private final Path journal;
    private final Clock clock;
    private final Map<String, Kept> files = new HashMap<>();
    private int lines = -1;

    KeptFiles(Path journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    private record Kept(String sha256, Sightings.Seen as, Instant at, Instant listed) {

        Kept listed(Instant now) {
            return new Kept(sha256, as, at, now);
        }

        String line(String name) {
            return String.join(
                    " ",
                    sha256,
                    Long.toString(as.size()),
                    Long.toString(as.modified()),
                    Long.toString(at.toEpochMilli()),
                    URLEncoder.encode(name, StandardCharsets.UTF_8) + "\n");
        }
    }

    /** To be asked at each poll. */
    synchronized boolean known(String name, long size, long modified) {
        load();
        Instant now = clock.instant();
        Kept kept = files.computeIfPresent(name, (n, k) -> k.listed(now));
        return kept != null
                && kept.as().equals(new Sightings.Seen(size, modified))
                && now.isBefore(kept.at().plus(LOOK_AGAIN));
    }

    synchronized boolean same(String name, String sha256) {
        load();
        Kept kept = files.get(name);
        return kept != null && kept.sha256().equals(sha256);
    }

    /** When this returns, it is remembered after a crash, too. */
    synchronized void keep(String name, Sightings.Seen as, String sha256) {
        load();
        Instant now = clock.instant();
        Kept kept = new Kept(sha256, as, now, now);
        files.put(name, kept);
        if (lines > 2 * files.size() + SLACK) {
            shorten(now);
        } else {
            write(journal, kept.line(name), StandardOpenOption.APPEND);
            lines++;
        }
    }

    private void shorten(Instant now) {
        files.values().removeIf(kept -> kept.listed().isBefore(now.minus(FORGET)));
        String text =
                files.entrySet().stream()
                        .map(entry -> entry.getValue().line(entry.getKey()))
                        .collect(Collectors.joining());
        Path next = journal.resolveSibling(journal.getFileName() + ".next");
        try {
            write(next, text, StandardOpenOption.TRUNCATE_EXISTING);
            Files.move(next, journal, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new GatewayException(FileProblem.NOT_KEPT, journal + ": " + e, e);
        }
        lines = files.size();
    }

    private static void write(Path file, String text, StandardOpenOption how) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (var channel =
                    FileChannel.open(
                            file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how)) {
                ByteBuffer bytes = StandardCharsets.US_ASCII.encode(text);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(false);
            }
        } catch (IOException e) {
            throw new GatewayException(FileProblem.NOT_KEPT, file + ": " + e, e);
        }
    }

    private void load() {
        if (lines >= 0) {
            return;
        }
        lines = 0;
        if (!Files.exists(journal)) {
            return;
        }
        Instant now = clock.instant();
        try (var text = Files.lines(journal, StandardCharsets.US_ASCII)) {
            text.forEach(line -> read(line, now));
        } catch (IOException e) {
            throw new GatewayException(FileProblem.NOT_KEPT, journal + ": " + e, e);
        }
    }

    private void read(String line, Instant now) {
        lines++;
        String[] parts = line.split(" ");
        // The last line of a process that died may be cut, and the next one stands behind it.
        if (parts.length == 5 && parts[0].length() == 64) {
            try {
                var as = new Sightings.Seen(Long.parseLong(parts[1]), Long.parseLong(parts[2]));
                var at = Instant.ofEpochMilli(Long.parseLong(parts[3]));
                String name = URLDecoder.decode(parts[4], StandardCharsets.UTF_8);
                files.put(name, new Kept(parts[0], as, at, now));
            } catch (IllegalArgumentException e) {
                // Cut as well: then the file comes again and is a duplicate.
            }
        }
    }
}
