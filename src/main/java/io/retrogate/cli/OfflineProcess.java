package io.retrogate.cli;

import java.util.logging.Level;
import java.util.logging.Logger;

/** What holds for the whole process of an offline command, which is to be quiet and quick. */
final class OfflineProcess {

    // Held here, because java.util.logging forgets a logger's level with the logger.
    private static final Logger STAEDI = Logger.getLogger("io.xlate.edi");

    private OfflineProcess() {}

    static void prepare() {
        STAEDI.setLevel(Level.WARNING);
        // Logback without a configuration would write DEBUG to standard output.
        System.setProperty("logback.configurationFile", "io/retrogate/cli/offline-logback.xml");
        // The one that would be found; looking for it opens every jar of the class path.
        System.setProperty(
                "javax.xml.stream.XMLInputFactory", "com.fasterxml.aalto.stax.InputFactoryImpl");
    }
}
