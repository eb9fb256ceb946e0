package io.retrogate.partner;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * A YAML file as JSON that knows the line of every value. Placeholders are resolved in {@link
 * #json}; {@link #raw} keeps what stands in the file, because a resolved value may be a secret.
 */
record YamlFile(Path file, JsonNode json, Map<String, Integer> lines, Map<String, String> raws) {

    private static final int MAX_CHARACTERS = 1 << 20;

    /** Empty if it cannot be used; the reason is then among the problems. */
    static Optional<YamlFile> read(Path file, Placeholders placeholders, Problems problems) {
        var options = new LoaderOptions();
        options.setCodePointLimit(MAX_CHARACTERS);
        options.setNestingDepthLimit(20);
        // No alias is allowed; whoever reads the nodes knows its line.
        options.setMaxAliasesForCollections(Integer.MAX_VALUE);
        try (var reader = Files.newBufferedReader(file)) {
            Node root = new Yaml(new SafeConstructor(options)).compose(reader);
            if (root == null) {
                problems.add(PartnerProblem.YAML_BROKEN, file, 0, "The file is empty.");
                return Optional.empty();
            }
            return YamlNodes.toFile(file, root, placeholders, problems);
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            int line = mark == null ? 0 : mark.getLine() + 1;
            problems.add(PartnerProblem.YAML_BROKEN, file, line, sentence(e.getProblem()));
        } catch (YAMLException e) {
            problems.add(
                    PartnerProblem.YAML_BROKEN, file, 0, sentence("it is too long or too deep"));
        } catch (IOException e) {
            String reason = "The file cannot be read (" + e.getClass().getSimpleName() + ").";
            problems.add(PartnerProblem.FOLDER_UNREADABLE, file, 0, reason);
        }
        return Optional.empty();
    }

    /** The line of the value, or of the nearest one that surrounds it. */
    int line(String pointer) {
        for (String at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
            Integer line = lines.get(at);
            if (line != null) {
                return line;
            }
        }
        return lines.getOrDefault("", 1);
    }

    /** The value as it stands in the file. */
    String raw(String pointer) {
        return raws.getOrDefault(pointer, "");
    }

    /** Text at the pointer; empty if absent. */
    String text(String pointer) {
        return json.at(pointer).asText("");
    }

    private static String sentence(@Nullable String problem) {
        return "This is not YAML" + (problem == null ? "." : ": " + problem + ".");
    }
}
