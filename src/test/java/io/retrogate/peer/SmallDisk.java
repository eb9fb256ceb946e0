package io.retrogate.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A file system in memory that a test can fill; needs the right to mount, else it does nothing. */
public final class SmallDisk implements AutoCloseable {

    private final Path folder;
    private final String size;
    private boolean mounted;

    public SmallDisk(Path folder, String size) {
        this.folder = folder;
        this.size = size;
    }

    public void mount() throws IOException, InterruptedException {
        Files.createDirectories(folder);
        mounted = run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder.toString());
    }

    public boolean mounted() {
        return mounted;
    }

    public void fill() throws IOException {
        var block = new byte[1 << 20];
        try (var out = Files.newOutputStream(folder.resolve("filler"))) {
            while (true) {
                out.write(block);
            }
        } catch (IOException e) {
            if (!String.valueOf(e.getMessage()).contains("No space left")) {
                throw e;
            }
        }
    }

    public void empty() throws IOException {
        Files.delete(folder.resolve("filler"));
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        var process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (mounted && !run("umount", folder.toString())) {
            throw new IOException("still mounted: " + folder);
        }
    }
}
