package io.retrogate.receive;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What we saw of one partner's files at the last polls. A file is ready once its size and time are
 * the same at two polls; one that then turns out to lack its end is left alone until it changes, or
 * has not changed for {@code incompleteAfter}, when it is taken as it is. One that a route of the
 * folder does not want is left alone until it changes.
 */
final class Sightings {

    private static final Duration FORGET = Duration.ofDays(1);
    private static final Duration LOOK_THROUGH = Duration.ofMinutes(1);

    private final Duration incompleteAfter;
    private final Clock clock;
    private final Map<String, Sighting> files = new ConcurrentHashMap<>();
    private volatile Instant lookedThrough = Instant.MIN;

    Sightings(Duration incompleteAfter, Clock clock) {
        this.incompleteAfter = incompleteAfter;
        this.clock = clock;
    }

    /** By what a content is told from the next one, as far as a listing shows it. */
    record Seen(long size, long modified) {}

    private enum State {
        NEW,
        INCOMPLETE,
        LEFT
    }

    private record Sighting(Seen as, Instant since, Instant last, State state) {

        Sighting at(Instant now) {
            return new Sighting(as, since, now, state);
        }

        Sighting now(State next) {
            return new Sighting(as, since, last, next);
        }
    }

    /** To be asked once for each poll. */
    boolean ready(String name, long size, long modified) {
        Instant now = clock.instant();
        forget(now);
        Seen as = new Seen(size, modified);
        Sighting before = files.get(name);
        if (before == null || !before.as().equals(as)) {
            files.put(name, new Sighting(as, now, now, State.NEW));
            return false;
        }
        files.put(name, before.at(now));
        return before.state() == State.NEW || (before.state() == State.INCOMPLETE && overdue(name));
    }

    /** Not at each file: a folder may hold thousands. */
    private void forget(Instant now) {
        if (lookedThrough.equals(Instant.MIN) || now.isAfter(lookedThrough.plus(LOOK_THROUGH))) {
            lookedThrough = now;
            files.values().removeIf(s -> s.last().isBefore(now.minus(FORGET)));
        }
    }

    /** The file lacks its end. */
    void incomplete(String name) {
        files.computeIfPresent(name, (n, s) -> s.now(State.INCOMPLETE));
    }

    /** Nobody wants the file. */
    void left(String name) {
        files.computeIfPresent(name, (n, s) -> s.now(State.LEFT));
    }

    /** Whether the file has waited long enough to be taken as it is. */
    boolean overdue(String name) {
        Sighting sighting = files.get(name);
        return sighting != null
                && !clock.instant().isBefore(sighting.since().plus(incompleteAfter));
    }

    /** As the file was when it was last listed. */
    Seen seen(String name) {
        Sighting sighting = files.get(name);
        return sighting == null ? new Seen(-1, -1) : sighting.as();
    }

    void taken(String name) {
        files.remove(name);
    }
}
