package io.retrogate.partner;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong while one folder is read. */
final class Problems {

    private final List<FolderProblem> found = new ArrayList<>();

    void add(PartnerProblem code, Path file, int line, String explanation) {
        found.add(new FolderProblem(code, file, line, explanation));
    }

    /** At the line of the value that the JSON pointer names. */
    void add(PartnerProblem code, YamlFile yaml, String pointer, String explanation) {
        add(code, yaml.file(), yaml.line(pointer), explanation);
    }

    void addAll(List<FolderProblem> problems) {
        found.addAll(problems);
    }

    boolean stop() {
        return !found.stream().allMatch(FolderProblem::isWarning);
    }

    List<FolderProblem> all() {
        return List.copyOf(found);
    }
}
