package io.retrogate.partner;

import java.util.List;
import java.util.Optional;

/** What reading one folder gave: something good, or problems, or something good with warnings. */
record FolderRead(Optional<Loaded> loaded, List<FolderProblem> problems) {

    FolderRead {
        problems = List.copyOf(problems);
    }

    static FolderRead broken(List<FolderProblem> problems) {
        return new FolderRead(Optional.empty(), problems);
    }
}
