package io.retrogate.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * One run of the packaged command line in a JVM of its own.
 *
 * @param peak the fullest heap before any collection, in MB
 */
record CommandLineRun(int documents, double seconds, double processor, int peak) {

    static final String HEAP = "-Xmx64m";

    private static final Pattern SUMMARY =
            Pattern.compile(": accepted \\(1 interchange, (\\d+) transactions?, 0 rejected");
    private static final Pattern COLLECTED = Pattern.compile("(\\d+)M->\\d+M\\(");

    /** Fails if the file is not accepted. */
    static CommandLineRun of(Path folder, String command, Path file)
            throws IOException, InterruptedException {
        var heap = folder.resolve("heap.log");
        var errors = folder.resolve("errors.log");
        long begun = System.nanoTime();
        var process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                HEAP,
                                "-Xlog:gc:file=" + heap,
                                "-jar",
                                "target/retrogate.jar",
                                command,
                                file.toString())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(errors.toFile())
                        .start();
        var usage = process.onExit().thenApply(ended -> System.nanoTime());
        double processor = 0;
        while (process.isAlive()) {
            processor = Math.max(processor, ProcessorTime.of(process.pid()).toMillis() / 1e3);
            process.waitFor(100, java.util.concurrent.TimeUnit.MILLISECONDS);
        }
        double seconds = (usage.join() - begun) / 1e9;
        var summary = SUMMARY.matcher(Files.readString(errors));
        if (process.exitValue() != 0 || !summary.find()) {
            throw new IllegalStateException(command + ": " + Files.readString(errors));
        }
        return new CommandLineRun(
                Integer.parseInt(summary.group(1)), seconds, processor, peak(heap));
    }

    /** Of a JVM that writes its collections to this file. */
    static int peak(Path log) throws IOException {
        return COLLECTED
                .matcher(Files.readString(log))
                .results()
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .max()
                .orElse(0);
    }
}
