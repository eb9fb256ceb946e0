package io.retrogate.partner;

import java.util.List;

/** Problems in the short form that tests compare: {@code PRT-004 agreement.yaml:3}. */
final class Told {

    private Told() {}

    static List<String> shortly(List<FolderProblem> problems) {
        return problems.stream().map(Told::shortly).toList();
    }

    static String shortly(FolderProblem problem) {
        return problem.code().id() + " " + problem.file().getFileName() + ":" + problem.line();
    }
}
