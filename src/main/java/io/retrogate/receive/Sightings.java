package io.retrogate.receive;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What we saw of one partner's files at the last polls. A file is ready once its size and time are
 * the same at two polls; one that then turns out to lack its end is left alone until it changes, or
 * has not changed for {@code incompleteAfter}, when it is taken as it is.
 */
final class Sightings {

    private static final Duration FORGET = Duration.ofDays(1);

    private final Duration incompleteAfter;
    private final Clock clock;
    private final Map<String, Sighting> files = new ConcurrentHashMap<>();

    Sightings(Duration incompleteAfter, Clock clock) {
        this.incompleteAfter = incompleteAfter;
        this.clock = clock;
    }

    private record Sighting(
            long size, long modified, Instant since, Instant last, boolean incomplete) {

        boolean same(long otherSize, long otherModified) {
            return size == otherSize && modified == otherModified;
        }

        Sighting at(Instant now) {
            return new Sighting(size, modified, since, now, incomplete);
        }
    }

    /** To be asked once for each poll. */
    boolean ready(String name, long size, long modified) {
        Instant now = clock.instant();
        files.values().removeIf(s -> s.last().isBefore(now.minus(FORGET)));
        Sighting before = files.get(name);
        if (before == null || !before.same(size, modified)) {
            files.put(name, new Sighting(size, modified, now, now, false));
            return false;
        }
        files.put(name, before.at(now));
        return !before.incomplete() || overdue(name);
    }

    /** The file lacks its end. */
    void incomplete(String name) {
        files.computeIfPresent(
                name, (n, s) -> new Sighting(s.size(), s.modified(), s.since(), s.last(), true));
    }

    /** Whether the file has waited long enough to be taken as it is. */
    boolean overdue(String name) {
        Sighting seen = files.get(name);
        return seen != null && !clock.instant().isBefore(seen.since().plus(incompleteAfter));
    }

    void taken(String name) {
        files.remove(name);
    }
}
