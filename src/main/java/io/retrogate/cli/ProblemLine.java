package io.retrogate.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.retrogate.partner.FolderProblem;

/** What is wrong with a folder as one line, for people or for programs. */
final class ProblemLine {

    private ProblemLine() {}

    static String of(FolderProblem problem, boolean json) {
        if (!json) {
            return Text.printable(problem.toString());
        }
        return JsonNodeFactory.instance
                .objectNode()
                .put("file", problem.file().toString())
                .put("line", problem.line())
                .put("problem", problem.code().id())
                .put("explanation", problem.explanation())
                .put("remedy", problem.code().remedy())
                .toString();
    }
}
