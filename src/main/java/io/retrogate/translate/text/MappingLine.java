package io.retrogate.translate.text;

import io.retrogate.edi.GatewayException;
import io.retrogate.partner.FolderProblem;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** A place in a mapping file, for people who mend it. */
public record MappingLine(String file, int number) {

    private static final Pattern PROBLEM =
            Pattern.compile("\\S+ (.+?):(\\d+) (.*)", Pattern.DOTALL);

    /** What {@link #problem} said, as a problem of the folder that the file is in. */
    static FolderProblem inFolder(GatewayException said) {
        var parts = PROBLEM.matcher(String.valueOf(said.getMessage()));
        if (!parts.matches()) {
            throw said;
        }
        var text = parts.group(3);
        return new FolderProblem(
                said.code(),
                Path.of(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".");
    }

    /**
     * The same for what the file extends: no mapping of ours is in the folder, to be mended there.
     */
    public static FolderProblem inFolder(GatewayException said, Path file) {
        var problem = inFolder(said);
        if (problem.file().equals(file)) {
            return problem;
        }
        var text = "What it extends does not fit: " + problem.explanation();
        var where = " (" + problem.file() + ":" + problem.line() + ")";
        return new FolderProblem(problem.code(), file, 0, text + where);
    }

    public GatewayException problem(TranslateProblem problem, String detail) {
        return new GatewayException(problem, file + ":" + number + " " + detail);
    }
}
