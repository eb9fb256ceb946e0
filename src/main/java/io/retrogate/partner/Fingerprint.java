package io.retrogate.partner;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** By which we notice that a folder has changed; its samples do not count. */
record Fingerprint(Map<String, String> files) {

    private static final int MAX_DEPTH = 4;

    Fingerprint {
        files = Map.copyOf(files);
    }

    static Fingerprint of(Path folder) throws IOException {
        var files = new TreeMap<String, String>();
        Path samples = folder.resolve("samples");
        try (var paths = Files.walk(folder, MAX_DEPTH, FileVisitOption.FOLLOW_LINKS)) {
            for (Path file : (Iterable<Path>) paths::iterator) {
                if (Files.isRegularFile(file) && !file.startsWith(samples)) {
                    files.put(folder.relativize(file).toString(), look(file));
                }
            }
        }
        return new Fingerprint(files);
    }

    /** Of these files of the folder only. */
    static Fingerprint of(Path folder, List<Path> among) throws IOException {
        var files = new TreeMap<String, String>();
        for (Path file : among) {
            files.put(folder.relativize(file).toString(), look(file));
        }
        return new Fingerprint(files);
    }

    private static String look(Path file) throws IOException {
        var about = Files.readAttributes(file, BasicFileAttributes.class);
        return about.size() + " " + about.lastModifiedTime().toInstant() + " " + about.fileKey();
    }
}
