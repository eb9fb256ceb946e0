package io.retrogate.demo;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The classes of a running gateway as this JVM has them in memory, so that the many lives of a test
 * start in three quarters of the time. A first life lists them.
 */
final class ClassArchive {

    private static final Path JAR = Path.of("target", "retrogate.jar");
    private static final Path ARCHIVE = Path.of("target", "gateway.jsa");

    /** JDK 17 breaks off an archive with lambdas of a signed jar, whose classes it leaves out. */
    private static final String SIGNED = "com/amazon/corretto";

    private ClassArchive() {}

    /** Options for this JVM's java; another one does without. */
    static List<String> optionsFor(Path java) throws IOException {
        if (!java.equals(CrashScene.thisJava())) {
            return List.of();
        }
        if (!isFresh()) {
            make(java);
        }
        // An empty one, or one that does not fit, is passed over.
        return List.of("-XX:SharedArchiveFile=" + ARCHIVE, "-Xlog:disable");
    }

    private static boolean isFresh() throws IOException {
        return Files.exists(ARCHIVE)
                && Files.getLastModifiedTime(ARCHIVE).compareTo(Files.getLastModifiedTime(JAR)) > 0;
    }

    /** Tried once for each jar: where it fails, the file is empty. */
    private static void make(Path java) throws IOException {
        var work = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "archive-");
        var made = work.resolve("made.jsa");
        try {
            dump(java, listed(java, work), made);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (Files.notExists(made)) {
            System.out.println("no archive of classes: " + work.resolve("dump.log"));
            Files.createFile(made);
        }
        Files.move(
                made, ARCHIVE, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path listed(Path java, Path work) throws IOException, InterruptedException {
        var list = work.resolve("classes");
        var options = List.of("-XX:DumpLoadedClassList=" + list, "-Xlog:disable");
        var data = work.resolve("data");
        try (var gateway =
                GatewayProcess.start(java, options, data, GatewayProcess.freePort(), Map.of())) {
            gateway.ready();
            gateway.stop();
        }
        return Files.write(
                list,
                Files.readAllLines(list).stream().filter(line -> !line.contains(SIGNED)).toList());
    }

    private static void dump(Path java, Path list, Path archive)
            throws IOException, InterruptedException {
        File log = archive.resolveSibling("dump.log").toFile();
        var dump =
                new ProcessBuilder(
                                java.toString(),
                                "-Xshare:dump",
                                "-XX:SharedClassListFile=" + list,
                                "-XX:SharedArchiveFile=" + archive,
                                "-cp",
                                JAR.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(log)
                        .start();
        if (!dump.waitFor(5, TimeUnit.MINUTES)) {
            dump.destroyForcibly().waitFor();
        }
    }
}
