package io.retrogate.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The real disk, which also writes down what it was asked, and can refuse one kind of work. */
final class RecordingDisk implements Disk {

    private final Disk real = new LocalDisk();
    private final List<String> steps = new ArrayList<>();
    private String refused = "";

    List<String> steps() {
        return steps;
    }

    void forget() {
        steps.clear();
    }

    void refuse(String step) {
        refused = step;
    }

    @Override
    public FileChannel create(Path file) throws IOException {
        step("create", file);
        return real.create(file);
    }

    @Override
    public void sync(FileChannel file) throws IOException {
        step("sync", Path.of("file-of-" + file.size()));
        real.sync(file);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        step("rename", to);
        real.rename(from, to);
    }

    @Override
    public void syncDirectory(Path directory) throws IOException {
        step("syncDirectory", directory);
        real.syncDirectory(directory);
    }

    @Override
    public void delete(Path file) throws IOException {
        step("delete", file);
        real.delete(file);
    }

    private void step(String name, Path path) throws IOException {
        steps.add(name + " " + path.getFileName());
        if (name.equals(refused)) {
            throw new IOException("refused: " + name);
        }
    }
}
