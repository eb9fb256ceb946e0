package io.retrogate.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The classes of a running gateway as this JVM has them in memory, so that the many lives of a test
 * start in little more than half the time. A first life makes the archive when it ends.
 */
final class ClassArchive {

    private static final Path JAR = Path.of("target", "retrogate.jar");
    private static final Path ARCHIVE = Path.of("target", "gateway.jsa");

    private ClassArchive() {}

    /** Options for this JVM's java; another one does without. */
    static List<String> optionsFor(Path java) throws IOException {
        if (!java.equals(CrashScene.thisJava())) {
            return List.of();
        }
        if (!isFresh()) {
            make(java);
        }
        // One that could not be made, or does not fit, is passed over.
        return List.of("-XX:SharedArchiveFile=" + ARCHIVE, "-Xlog:disable");
    }

    private static boolean isFresh() throws IOException {
        return Files.exists(ARCHIVE)
                && Files.getLastModifiedTime(ARCHIVE).compareTo(Files.getLastModifiedTime(JAR)) > 0;
    }

    private static void make(Path java) throws IOException {
        Files.deleteIfExists(ARCHIVE);
        var data = Files.createTempDirectory(Path.of("target"), "archive-").resolve("data");
        var options = List.of("-XX:ArchiveClassesAtExit=" + ARCHIVE, "-Xlog:disable");
        try (var gateway =
                GatewayProcess.start(java, options, data, GatewayProcess.freePort(), Map.of())) {
            gateway.ready();
            gateway.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
