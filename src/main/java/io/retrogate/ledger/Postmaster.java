package io.retrogate.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The server process of one cluster, as its own note and the kernel tell; starts no program. */
final class Postmaster {

    private static final int STATUS_LINE = 7;

    private final Path cluster;
    private final Path note;

    Postmaster(Path cluster) {
        this.cluster = cluster;
        this.note = cluster.resolve("postmaster.pid");
    }

    /** Lives, and is of this cluster: not a process that got the number of a dead one. */
    boolean running() throws IOException {
        var lines = noted();
        if (lines.isEmpty() || !lines.get(0).strip().matches("\\d+")) {
            return false;
        }
        try {
            var line = Files.readAllBytes(Path.of("/proc", lines.get(0).strip(), "cmdline"));
            var words = new String(line, StandardCharsets.UTF_8).split("\0");
            return Arrays.asList(words).contains(cluster.toString());
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            // It ended while we looked.
            return false;
        }
    }

    /** Takes connections: recovery is over. */
    boolean ready() throws IOException {
        var lines = noted();
        return lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
    }

    /**
     * PostgreSQL will not start while any process has the number in the note, be it a zombie or one
     * of our own threads. Nobody removes it while a PostgreSQL may still use the cluster.
     */
    void forgetTheDead() throws IOException {
        if (Files.exists(note) && !running() && !anyProcess()) {
            Files.deleteIfExists(note);
        }
    }

    private List<String> noted() throws IOException {
        try {
            return Files.readAllLines(note);
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    private boolean anyProcess() throws IOException {
        try (var processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (var process : processes) {
                if (uses(process)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Every process of PostgreSQL works in the directory of its cluster. */
    private boolean uses(Path process) {
        try {
            return Files.readString(process.resolve("comm")).strip().equals("postgres")
                    && Files.readSymbolicLink(process.resolve("cwd")).equals(cluster);
        } catch (AccessDeniedException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
