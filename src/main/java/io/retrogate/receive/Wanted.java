package io.retrogate.receive;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Arrays;
import java.util.List;
import java.util.regex.PatternSyntaxException;

/**
 * Which files and folders of a partner's folder we look at, by their names. What is hidden, on its
 * way or done with is never wanted.
 */
record Wanted(List<PathMatcher> include, List<PathMatcher> exclude, boolean nested, String done) {

    private static final List<String> UNFINISHED = List.of(".tmp", ".part", ".filepart");

    static Wanted of(TemplateParameters parameters) {
        boolean nested = parameters.flag("nested");
        boolean moves = Afterwards.of(parameters) == Afterwards.MOVE;
        String done = moves ? parameters.text("done") : "";
        if (nested && (done.contains("..") || done.contains("$"))) {
            throw TemplateParameters.wrong(
                    "done", "is a plain name with nested folders, or its files come again");
        }
        List<PathMatcher> include = patterns(parameters, "include");
        if (include.isEmpty()) {
            throw TemplateParameters.wrong("include", "is empty, so no file would ever come");
        }
        return new Wanted(include, patterns(parameters, "exclude"), nested, done);
    }

    private static List<PathMatcher> patterns(TemplateParameters parameters, String name) {
        String text = parameters.text(name);
        try {
            return Arrays.stream(text.split(" "))
                    .filter(pattern -> !pattern.isEmpty())
                    .map(pattern -> FileSystems.getDefault().getPathMatcher("glob:" + pattern))
                    .toList();
        } catch (PatternSyntaxException e) {
            throw TemplateParameters.wrong(
                    name, "is no pattern: '" + text + "', " + e.getDescription());
        }
    }

    /** Whether its name is not one that files have while they are written. */
    static boolean finished(Path file) {
        String name = String.valueOf(file.getFileName());
        return !name.startsWith(".") && UNFINISHED.stream().noneMatch(name::endsWith);
    }

    /** A pattern is about the name alone. */
    boolean file(String path) {
        Path file = Path.of(path);
        Path name = file.getFileName();
        return name != null
                && finished(file)
                && include.stream().anyMatch(pattern -> pattern.matches(name))
                && exclude.stream().noneMatch(pattern -> pattern.matches(name));
    }

    boolean folder(String path) {
        String name = String.valueOf(Path.of(path).getFileName());
        return nested && !name.startsWith(".") && (done.isEmpty() || !ends(path));
    }

    private boolean ends(String path) {
        return Path.of(path).endsWith(Path.of(done));
    }
}
