package io.retrogate.partner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Turns YAML nodes into JSON. Plain values are read by the core schema of YAML 1.2, so that {@code
 * no} is a text and {@code 004010} keeps its zeros.
 */
final class YamlNodes {

    private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]{0,17})");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Path file;
    private final Placeholders placeholders;
    private final Problems problems;
    private final Map<String, Integer> lines = new HashMap<>();
    private final Map<String, String> raws = new HashMap<>();
    private boolean anchored;

    private YamlNodes(Path file, Placeholders placeholders, Problems problems) {
        this.file = file;
        this.placeholders = placeholders;
        this.problems = problems;
    }

    static Optional<YamlFile> toFile(
            Path file, Node root, Placeholders placeholders, Problems problems) {
        var nodes = new YamlNodes(file, placeholders, problems);
        nodes.lines.put("", line(root));
        JsonNode json = nodes.convert(root, "");
        return problems.stop()
                ? Optional.empty()
                : Optional.of(
                        new YamlFile(file, json, Map.copyOf(nodes.lines), Map.copyOf(nodes.raws)));
    }

    private JsonNode convert(Node node, String pointer) {
        if (node.getAnchor() != null) {
            // An alias may refer to what surrounds it, or multiply it a thousandfold.
            if (!anchored) {
                broken(node, "Anchors and aliases are not used in these files.");
            }
            anchored = true;
            return JSON.nullNode();
        }
        if (node instanceof MappingNode mapping) {
            return object(mapping, pointer);
        }
        if (node instanceof SequenceNode sequence) {
            var array = JSON.arrayNode();
            for (Node item : sequence.getValue()) {
                String at = pointer + "/" + array.size();
                lines.put(at, line(item));
                array.add(convert(item, at));
            }
            return array;
        }
        return scalar((ScalarNode) node, pointer);
    }

    private JsonNode object(MappingNode mapping, String pointer) {
        var object = JSON.objectNode();
        for (NodeTuple entry : mapping.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                broken(entry.getKeyNode(), "A key is a plain word.");
                continue;
            }
            String name = key.getValue();
            String at = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
            if (object.has(name)) {
                broken(key, "The key '" + name + "' stands here twice.");
                continue;
            }
            lines.put(at, line(key));
            object.set(name, convert(entry.getValueNode(), at));
        }
        return object;
    }

    private JsonNode scalar(ScalarNode node, String pointer) {
        String raw = node.getValue();
        raws.put(pointer, raw);
        String text =
                placeholders.resolve(raw, file.resolveSibling(""), name -> missing(node, name));
        if (node.getScalarStyle() != ScalarStyle.PLAIN) {
            return JSON.textNode(text);
        }
        if (text.equals("true") || text.equals("false")) {
            return JSON.booleanNode(Boolean.parseBoolean(text));
        }
        if (text.isEmpty() || text.equals("null") || text.equals("~")) {
            return JSON.nullNode();
        }
        return INTEGER.matcher(text).matches()
                ? JSON.numberNode(Long.parseLong(text))
                : JSON.textNode(text);
    }

    private String missing(Node node, String name) {
        String explanation = "There is no value for ${" + name + "}.";
        problems.add(PartnerProblem.PLACEHOLDER_UNRESOLVED, file, line(node), explanation);
        return "${" + name + "}";
    }

    private void broken(Node node, String explanation) {
        problems.add(PartnerProblem.YAML_BROKEN, file, line(node), explanation);
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
