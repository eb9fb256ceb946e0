package io.retrogate.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * What one number of clients got done in a while.
 *
 * @param took until the last answer was there
 * @param sorted nanoseconds for each message, the quickest first
 */
record Measurement(int clients, Duration took, long[] sorted, Costs costs) {

    /** Processor time of the server, its database, and the load generator itself. */
    record Costs(Duration server, Duration database, Duration load) {

        Costs plus(Costs more) {
            return new Costs(
                    server.plus(more.server), database.plus(more.database), load.plus(more.load));
        }

        Costs minus(Costs less) {
            return new Costs(
                    server.minus(less.server),
                    database.minus(less.database),
                    load.minus(less.load));
        }
    }

    Measurement {
        Arrays.sort(sorted);
    }

    double perSecond() {
        return sorted.length * 1e9 / took.toNanos();
    }

    double millisAt(double share) {
        return sorted[(int) Math.min(sorted.length - 1, sorted.length * share)] / 1e6;
    }

    /** Milliseconds of processor time. */
    double each(Duration cost) {
        return cost.toNanos() / 1e6 / sorted.length;
    }

    /** The same number of clients in another round, as if it were one long round. */
    Measurement with(Measurement other) {
        var all = Stream.of(sorted, other.sorted).flatMapToLong(Arrays::stream).toArray();
        return new Measurement(clients, took.plus(other.took), all, costs.plus(other.costs));
    }
}
