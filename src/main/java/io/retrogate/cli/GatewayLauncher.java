package io.retrogate.cli;

import java.nio.file.Path;
import java.util.Map;

/**
 * Starts what needs the whole gateway. Found through {@link java.util.ServiceLoader} and only when
 * asked for, so that the offline commands load neither Spring nor a database.
 *
 * <p>Both methods return only when the gateway has stopped; what they return is the exit code.
 */
public interface GatewayLauncher {

    /**
     * Runs the gateway until it is told to stop.
     *
     * @param properties settings that take precedence over every configuration file
     */
    int run(Path data, Map<String, String> properties);

    /** Runs the demonstration on temporary data; not 0 if a row of its table is wrong. */
    int demo(Afterwards afterwards, Map<String, String> properties);

    /** What the demonstration does once it has printed its table. */
    enum Afterwards {
        STAY_UP,
        END
    }
}
