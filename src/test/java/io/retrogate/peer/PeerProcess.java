package io.retrogate.peer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * A partner of another make in a JVM of its own, that sends and receives as it is told; built by
 * {@code src/test/peers}, whose {@code Partner} says which lines go to and fro.
 */
public final class PeerProcess implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final Writer commands;
    private final BlockingQueue<JsonNode> events = new LinkedBlockingQueue<>();
    private final List<JsonNode> passedOver = new ArrayList<>();

    private PeerProcess(List<String> command, Path log) throws IOException {
        process = new ProcessBuilder(command).redirectError(log.toFile()).start();
        commands = process.outputWriter();
        Thread reader = new Thread(this::read, "events of " + log.getFileName());
        reader.setDaemon(true);
        reader.start();
    }

    public static PeerProcess start(Path jar, Path log, String... args) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-jar", jar.toAbsolutePath().toString(), "partner"));
        command.addAll(List.of(args));
        return new PeerProcess(command, log);
    }

    private void read() {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                events.add(JSON.readTree(line));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void tell(List<String> args) throws IOException {
        commands.write(String.join("\t", args) + "\n");
        commands.flush();
    }

    /** The first event of this kind that was not taken yet; fails when none comes in time. */
    public JsonNode next(Predicate<JsonNode> wanted, Duration patience) throws IOException {
        for (Iterator<JsonNode> old = passedOver.iterator(); old.hasNext(); ) {
            JsonNode event = old.next();
            if (wanted.test(event)) {
                old.remove();
                return event;
            }
        }
        long end = System.nanoTime() + patience.toNanos();
        try {
            for (long left = patience.toNanos(); left > 0; left = end - System.nanoTime()) {
                JsonNode event = events.poll(left, TimeUnit.NANOSECONDS);
                if (event != null && wanted.test(event)) {
                    return event;
                } else if (event != null) {
                    passedOver.add(event);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IOException("the peer said nothing of it; but before: " + passedOver);
    }

    @Override
    public void close() throws IOException {
        commands.close();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
