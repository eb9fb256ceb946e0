package io.retrogate.edi.schema;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The trees and dictionaries; each is read once. What does not exist is not remembered. */
final class SchemaSources {

    private final Function<String, Optional<String>> texts;
    private final Map<String, Tree> trees = new ConcurrentHashMap<>();
    private final Map<String, Dictionary> dictionaries = new ConcurrentHashMap<>();

    /**
     * @param texts by the path of a file below {@code schema/}
     */
    SchemaSources(Function<String, Optional<String>> texts) {
        this.texts = texts;
    }

    Optional<Tree> tree(String message) {
        var file = message + ".tree";
        if (!trees.containsKey(file)) {
            texts.apply(file)
                    .map(text -> Tree.of(SourceLine.of(file, text)))
                    .ifPresent(tree -> trees.put(file, tree));
        }
        return Optional.ofNullable(trees.get(file));
    }

    /**
     * @param mention the line that names this version, to blame where there is none
     */
    Dictionary dictionary(String standard, String version, SourceLine mention) {
        return dictionary(standard, version, mention, new HashSet<>());
    }

    private Dictionary dictionary(
            String standard, String version, SourceLine mention, Set<String> extending) {
        var file = standard + "/" + version.toLowerCase(Locale.ROOT) + ".dictionary";
        var known = dictionaries.get(file);
        if (known != null) {
            return known;
        }
        if (!extending.add(file)) {
            throw mention.expected("a version that does not extend this one");
        }
        var text = texts.apply(file).orElseThrow(() -> mention.expected("the file " + file));
        var dictionary =
                Dictionary.of(
                        SourceLine.of(file, text),
                        line ->
                                dictionary(
                                        standard,
                                        line.words().get(line.words().size() - 1),
                                        line,
                                        extending));
        dictionaries.put(file, dictionary);
        return dictionary;
    }
}
