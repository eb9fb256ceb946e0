package io.retrogate.receive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one partner sees of us over SFTP, and what it may do there: put files into its home or into
 * {@code in}, and fetch those in {@code out}. Nothing else exists for it.
 */
final class PartnerHome {

    private final String partner;
    private final Path root;
    private final SftpServerProperties limits;
    private final Map<Path, Long> sizes = new HashMap<>();
    private final Map<Path, Integer> writers = new HashMap<>();
    private final Map<Path, Sightings.Seen> taken = new HashMap<>();
    private final Set<Path> closed = new HashSet<>();
    private final Set<Path> broken = new HashSet<>();

    PartnerHome(String partner, Path root, SftpServerProperties limits) {
        this.partner = partner;
        this.root = root;
        this.limits = limits;
    }

    String partner() {
        return partner;
    }

    Path root() {
        return root;
    }

    /** Makes it, if it is not there yet. */
    PartnerHome furnish() throws IOException {
        Files.createDirectories(root.resolve("in"));
        Files.createDirectories(root.resolve("out"));
        return this;
    }

    /** Of a path as the partner sees it. */
    Path real(Path seen) throws IOException {
        Path real = root;
        for (Path name : seen.toAbsolutePath().normalize()) {
            real = real.resolve(name.toString());
        }
        if (!real.normalize().startsWith(root)) {
            throw new IOException("there is nothing outside");
        }
        return real.normalize();
    }

    /** Whether files may be put there. */
    void mayPut(Path file) throws IOException {
        Path folder = file.getParent();
        if (!root.equals(folder) && !root.resolve("in").equals(folder)) {
            throw new IOException("files are put into the home or into in");
        }
        if (Files.isDirectory(file)) {
            throw new IOException("a folder has this name");
        }
        if (files().size() >= limits.files() && !Files.exists(file)) {
            throw new LimitReached("at most " + limits.files() + " files at a time");
        }
    }

    synchronized void opened(Path file) throws IOException {
        count();
        writers.merge(file, 1, Integer::sum);
        taken.remove(file);
        closed.remove(file);
        broken.remove(file);
    }

    /** The file is to reach as far as {@code end}. */
    synchronized void grow(Path file, long end) throws IOException {
        if (end > limits.fileSize().toBytes()) {
            throw new LimitReached("a file has at most " + limits.fileSize());
        }
        long before = sizes.getOrDefault(file, 0L);
        if (end > before) {
            long used = sizes.values().stream().mapToLong(Long::longValue).sum();
            if (used + end - before > limits.quota().toBytes()) {
                throw new LimitReached("all files together have at most " + limits.quota());
            }
            sizes.put(file, end);
        }
    }

    /** The partner closed the file, so it says that it is whole; else its connection broke. */
    synchronized void closed(Path file, boolean whole) {
        writers.computeIfPresent(file, (f, n) -> n > 1 ? n - 1 : null);
        (whole ? closed : broken).add(file);
    }

    synchronized boolean isOpen(Path file) {
        return writers.containsKey(file);
    }

    synchronized boolean isClosed(Path file) {
        return closed.contains(file);
    }

    synchronized boolean isBroken(Path file) {
        return broken.contains(file);
    }

    /** It is ours. It stays for a moment, as some partners look at what they sent. */
    synchronized void taken(Path file) throws IOException {
        taken.put(file, look(file));
    }

    synchronized boolean isTaken(Path file) throws IOException {
        Sightings.Seen as = taken.get(file);
        return as != null && as.equals(look(file));
    }

    /** A file that is ours makes room for the next one of its name. */
    synchronized void makeRoom(Path file) throws IOException {
        if (Files.exists(file) && isTaken(file) && !isOpen(file)) {
            remove(file);
        }
    }

    synchronized void remove(Path file) throws IOException {
        Files.deleteIfExists(file);
        forget(file);
    }

    synchronized void forget(Path file) {
        taken.remove(file);
        closed.remove(file);
        broken.remove(file);
        sizes.remove(file);
    }

    private static Sightings.Seen look(Path file) throws IOException {
        try {
            return new Sightings.Seen(Files.size(file), Files.getLastModifiedTime(file).toMillis());
        } catch (NoSuchFileException e) {
            return new Sightings.Seen(-1, -1);
        }
    }

    /** What the partner has put here. */
    List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path folder : List.of(root, root.resolve("in"))) {
            if (Files.isDirectory(folder)) {
                try (var found = Files.list(folder)) {
                    found.filter(Files::isRegularFile).forEach(files::add);
                }
            }
        }
        return files;
    }

    private void count() throws IOException {
        sizes.clear();
        for (Path file : files()) {
            sizes.put(file, Math.max(0, look(file).size()));
        }
    }
}
