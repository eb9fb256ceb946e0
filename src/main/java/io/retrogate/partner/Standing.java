package io.retrogate.partner;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One folder between two looks at it: what it says now, and what of it serves. */
final class Standing {

    private final Path folder;
    private Optional<Fingerprint> fingerprint = Optional.empty();
    private Instant readAt = Instant.EPOCH;
    private boolean again;
    private FolderRead now = FolderRead.broken(List.of());
    private Optional<Loaded> live = Optional.empty();
    private List<FolderProblem> conflicts = List.of();

    Standing(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    String name() {
        return FolderReader.nameOf(folder);
    }

    /** What stands in the folder now, if it is good. */
    Optional<Loaded> candidate() {
        return now.loaded();
    }

    /** What serves. */
    Optional<Loaded> live() {
        return live;
    }

    /** What is broken may be mended elsewhere: a variable, a password, a clock. */
    boolean unread(Fingerprint current, Instant notBefore) {
        return again || !fingerprint.equals(Optional.of(current)) || readAt.isBefore(notBefore);
    }

    /**
     * Takes in what the folder says now. Read again without change it is the very version that
     * serves, so that nothing is taken into use twice.
     */
    void read(Fingerprint current, Instant at, FolderRead read) {
        boolean same = fingerprint.equals(Optional.of(current));
        now =
                same && read.loaded().isPresent() && read.loaded().equals(live)
                        ? new FolderRead(live, read.problems())
                        : read;
        fingerprint = Optional.of(current);
        readAt = at;
        again = read.loaded().isEmpty();
    }

    /** By identity: a folder may change in other files than the one that is loaded here. */
    boolean serves(Loaded loaded) {
        return live.isPresent() && live.get() == loaded;
    }

    /** The candidate turned out not to work; it is not tried again until the folder changes. */
    void fail(FolderProblem problem) {
        var all = new ArrayList<>(now.problems());
        all.add(problem);
        now = FolderRead.broken(all);
    }

    void serve(Loaded loaded) {
        live = Optional.of(loaded);
    }

    void conflicts(List<FolderProblem> found) {
        conflicts = List.copyOf(found);
    }

    List<FolderProblem> problems() {
        var all = new ArrayList<>(now.problems());
        all.addAll(conflicts);
        return all;
    }
}
