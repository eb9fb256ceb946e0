package io.retrogate.demo;

import java.time.Duration;

/**
 * Waits as long as something goes on: a log that grows. How long a start takes says how busy the
 * machine is; that nothing happens at all says that it will not come.
 */
final class Patience {

    private final Duration longest;
    private long seen = -1;
    private Duration since = Duration.ZERO;

    /**
     * @param longest without anything new
     */
    Patience(Duration longest) {
        this.longest = longest;
    }

    /**
     * @param size of the log
     * @param now on a clock that only runs forward
     */
    boolean isOver(long size, Duration now) {
        if (size != seen) {
            seen = size;
            since = now;
        }
        return now.minus(since).compareTo(longest) > 0;
    }
}
