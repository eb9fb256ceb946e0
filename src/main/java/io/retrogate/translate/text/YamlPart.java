package io.retrogate.translate.text;

import io.retrogate.edi.GatewayException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A part of a YAML file that knows where it stands; every scalar is text, as written. */
public record YamlPart(MappingLine line, Node node) {

    private static final int DEEPEST = 60;

    /** With aliases written out; our largest mapping has a twentieth of it. */
    private static final int MOST_NODES = 100_000;

    /** The whole file, a map at its top. */
    public static YamlPart read(String file, String text) {
        try {
            var options = new LoaderOptions();
            // Counted here, where the line is known.
            options.setMaxAliasesForCollections(Integer.MAX_VALUE);
            var yaml = new Yaml(new SafeConstructor(options));
            var root = yaml.compose(new StringReader(text));
            if (root instanceof MappingNode) {
                bounded(file, root, 0, 0);
                return of(file, root);
            }
            throw new MappingLine(file, 1)
                    .problem(TranslateProblem.MAPPING_UNREADABLE, "is no map of keys");
        } catch (MarkedYAMLException e) {
            int number = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new MappingLine(file, number)
                    .problem(TranslateProblem.MAPPING_UNREADABLE, String.valueOf(e.getProblem()));
        } catch (YAMLException e) {
            throw new MappingLine(file, 1)
                    .problem(TranslateProblem.MAPPING_UNREADABLE, String.valueOf(e.getMessage()));
        }
    }

    /**
     * An alias can name what it stands in itself: such a file would be read for ever. Or one names
     * a list of others, and these again.
     *
     * @return how many nodes there are up to this one's last
     */
    private static int bounded(String file, Node node, int depth, int before) {
        int count = before + 1;
        if (depth > DEEPEST) {
            throw refused(
                    file, node, "is nested too deeply, or an alias in it names what it stands in");
        }
        if (count > MOST_NODES) {
            throw refused(file, node, "is more than a mapping can be, with what aliases repeat");
        }
        if (node instanceof SequenceNode sequence) {
            for (var item : sequence.getValue()) {
                count = bounded(file, item, depth + 1, count);
            }
        } else if (node instanceof MappingNode map) {
            for (var entry : map.getValue()) {
                count = bounded(file, entry.getValueNode(), depth + 1, count);
            }
        }
        return count;
    }

    private static GatewayException refused(String file, Node node, String why) {
        return of(file, node).line().problem(TranslateProblem.MAPPING_UNREADABLE, why);
    }

    private static YamlPart of(String file, Node node) {
        return new YamlPart(new MappingLine(file, node.getStartMark().getLine() + 1), node);
    }

    /** The keys of a map with what they hold. */
    public Map<String, YamlPart> entries() {
        if (!(node instanceof MappingNode map)) {
            throw line.problem(TranslateProblem.RULE_INVALID, "a map of keys belongs here");
        }
        var entries = new LinkedHashMap<String, YamlPart>();
        for (NodeTuple tuple : map.getValue()) {
            var key = of(line.file(), tuple.getKeyNode());
            if (entries.put(key.text(), of(line.file(), tuple.getValueNode())) != null) {
                throw key.line()
                        .problem(
                                TranslateProblem.RULE_INVALID,
                                "'" + key.text() + "' stands here twice");
            }
        }
        return entries;
    }

    /** Nobody's typing error goes unnoticed. */
    public void allow(Set<String> keys) {
        entries()
                .forEach(
                        (key, part) -> {
                            if (!keys.contains(key)) {
                                throw part.line()
                                        .problem(
                                                TranslateProblem.RULE_INVALID,
                                                "nobody knows '" + key + "'" + Near.to(key, keys));
                            }
                        });
    }

    public Optional<YamlPart> get(String key) {
        return Optional.ofNullable(find(key));
    }

    public YamlPart need(String key) {
        var found = find(key);
        if (found == null) {
            throw line.problem(TranslateProblem.RULE_INVALID, "'" + key + "' is missing");
        }
        return found;
    }

    private @Nullable YamlPart find(String key) {
        if (node instanceof MappingNode map) {
            for (NodeTuple tuple : map.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key)) {
                    return of(line.file(), tuple.getValueNode());
                }
            }
            return null;
        }
        throw line.problem(TranslateProblem.RULE_INVALID, "a map of keys belongs here");
    }

    public boolean has(String key) {
        return find(key) != null;
    }

    public boolean isTrue(String key) {
        return get(key).map(YamlPart::text).filter("true"::equals).isPresent();
    }

    public String text() {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw line.problem(TranslateProblem.RULE_INVALID, "one value belongs here");
    }

    /** Where a line of a text stands that is written as a block of several. */
    public MappingLine textLine(int number) {
        boolean block =
                node instanceof ScalarNode scalar
                        && (scalar.getScalarStyle() == ScalarStyle.LITERAL
                                || scalar.getScalarStyle() == ScalarStyle.FOLDED);
        return new MappingLine(line.file(), line.number() + number - (block ? 0 : 1));
    }

    public boolean isText(String text) {
        return node instanceof ScalarNode scalar && scalar.getValue().equals(text);
    }

    /** A list, or one thing that stands for a list of one. */
    public List<YamlPart> list() {
        if (!(node instanceof SequenceNode sequence)) {
            return List.of(this);
        }
        var parts = new ArrayList<YamlPart>();
        for (Node item : sequence.getValue()) {
            parts.add(of(line.file(), item));
        }
        return parts;
    }

    /** A map from text to text. */
    public Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        entries().forEach((key, part) -> texts.put(key, part.text()));
        return texts;
    }
}
