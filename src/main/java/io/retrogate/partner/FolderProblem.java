package io.retrogate.partner;

import io.retrogate.edi.ProblemCode;
import java.nio.file.Path;

/** What is wrong with a partner folder: id, file, line (0 if the whole file), and one sentence. */
public record FolderProblem(ProblemCode code, Path file, int line, String explanation) {

    /** Whether the folder may go live all the same. */
    public boolean isWarning() {
        return code instanceof PartnerProblem problem && problem.isWarning();
    }

    @Override
    public String toString() {
        return file
                + (line > 0 ? ":" + line : "")
                + ": "
                + code.id()
                + " "
                + explanation
                + " "
                + code.remedy();
    }
}
