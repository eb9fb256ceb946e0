package io.retrogate.cli;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps libraries from writing between the lines of a command. */
final class OfflineLogging {

    // Held here, because java.util.logging forgets a logger's level with the logger.
    private static final Logger STAEDI = Logger.getLogger("io.xlate.edi");

    private OfflineLogging() {}

    static void quiet() {
        STAEDI.setLevel(Level.WARNING);
        // Logback without a configuration would write DEBUG to standard output.
        System.setProperty("logback.configurationFile", "io/retrogate/cli/offline-logback.xml");
    }
}
