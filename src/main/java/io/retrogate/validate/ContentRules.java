package io.retrogate.validate;

import io.retrogate.edi.Finding.Severity;
import io.retrogate.edi.MessageType;
import io.retrogate.edi.Standard;
import io.retrogate.partner.Guide;
import io.retrogate.partner.Policies;
import io.retrogate.partner.Policies.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The rules beyond syntax: {@code /rules/*.rules} in the jar; one line is one rule. */
final class ContentRules {

    private final Function<Standard, List<Line>> reading;
    private final Map<Standard, List<Line>> lines = new ConcurrentHashMap<>();
    private final Map<Guide, GuidePlan> plans = new ConcurrentHashMap<>();
    private final Map<Key, CompiledRules> compiled = new ConcurrentHashMap<>();

    private ContentRules(Function<Standard, List<Line>> reading) {
        this.reading = reading;
    }

    private record Key(Standard standard, String code, Policies policies, Optional<Guide> guide) {}

    /**
     * @param words what comes behind the documents and the kind of rule
     */
    private record Line(Set<String> codes, String kind, List<String> words, Tables tables) {

        boolean isFor(String code) {
            return codes.contains("*") || codes.contains(code);
        }
    }

    private record Codes(String list, Set<String> codes) {}

    /** Read when a policy first asks for them, as most do not. */
    private static final class Tables {

        private final String file;
        private @Nullable Map<String, Codes> read;

        Tables(String file) {
            this.file = file;
        }

        synchronized Codes find(String name) {
            var known = read;
            if (known == null) {
                known = tables(file);
                read = known;
            }
            return Objects.requireNonNull(known.get(name), name);
        }
    }

    /** Those of a standard are read when its first document comes. */
    static ContentRules builtIn() {
        return new ContentRules(ContentRules::read);
    }

    private static List<Line> read(Standard standard) {
        var name = standard.name().toLowerCase(Locale.ROOT);
        var tables = new Tables("/codes/" + name + ".yaml");
        return text("/rules/" + name + ".rules")
                .lines()
                .map(line -> line.replaceFirst("(^|\\s)#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .map(line -> line(line, tables))
                .toList();
    }

    /** Judges syntax only. */
    static ContentRules none() {
        return new ContentRules(standard -> List.of());
    }

    /** Those for this message; {@code known} keeps a sender from naming new messages for ever. */
    CompiledRules of(MessageType type, Policies policies, Optional<Guide> guide, boolean known) {
        return known
                ? compiled.computeIfAbsent(
                        new Key(type.standard(), type.code(), policies, guide), this::compile)
                : CompiledRules.NONE;
    }

    GuidePlan plan(Optional<Guide> guide) {
        return guide.isPresent()
                ? plans.computeIfAbsent(guide.get(), GuidePlan::of)
                : GuidePlan.NONE;
    }

    private CompiledRules compile(Key key) {
        return new CompiledRules(
                        lines.computeIfAbsent(key.standard, reading).stream()
                                .filter(line -> line.isFor(key.code))
                                .map(line -> rule(line, key.policies))
                                .flatMap(Optional::stream)
                                .toList())
                .and(plan(key.guide).rules());
    }

    private static Line line(String text, Tables tables) {
        var words = List.of(text.split("\\s+"));
        var codes = Set.of(words.get(0).split(","));
        var line = new Line(codes, words.get(1), words.subList(2, words.size()), tables);
        rule(line, Policies.STANDARD); // a broken line is to be known whatever the policies
        return line;
    }

    private static Optional<ContentRule> rule(Line line, Policies policies) {
        var words = line.words;
        return switch (line.kind) {
            case "count", "sum" ->
                    policies.severity(Topic.controlTotals).map(it -> total(line, it));
            case "tree" ->
                    policies.severity(Topic.hierarchy)
                            .map(it -> new TreeRule(field(words, 0), field(words, 1), it));
            case "key" ->
                    policies.severity(Topic.checkDigits)
                            .map(
                                    it ->
                                            new KeyRule(
                                                    KeyRule.Kind.valueOf(
                                                            words.get(0).toUpperCase(Locale.ROOT)),
                                                    Field.of(words.subList(1, words.size())),
                                                    it));
            case "serials" -> policies.severity(Topic.serials).map(it -> serials(words, it));
            case "code" -> policies.severity(Topic.unknownCodes).map(it -> codes(line, it));
            default -> throw new IllegalArgumentException(line.toString());
        };
    }

    private static ContentRule codes(Line line, Severity severity) {
        var table = line.tables.find(line.words.get(0));
        var field = Field.of(line.words.subList(1, line.words.size()));
        return new CodeRule(field, table.list, table.codes, severity);
    }

    private static Field field(List<String> words, int at) {
        return Field.of(words.subList(at, at + 1));
    }

    private static ContentRule total(Line line, Severity severity) {
        var parts = parts(line.words).stream().map(Field::of).toList();
        return new TotalRule(
                parts.get(0), line.kind.equals("sum"), parts.subList(1, parts.size()), severity);
    }

    private static ContentRule serials(List<String> words, Severity severity) {
        var parts = parts(words.subList(1, words.size()));
        var serials = parts.subList(1, parts.size()).stream().map(Field::of).toList();
        return new SerialRule(words.get(0), Field.of(parts.get(0)), serials, severity);
    }

    /** What stands between the words {@code of}. */
    private static List<List<String>> parts(List<String> words) {
        var parts = new ArrayList<List<String>>();
        int from = 0;
        for (int i = 0; i <= words.size(); i++) {
            if (i == words.size() || words.get(i).equals("of")) {
                parts.add(words.subList(from, i));
                from = i + 1;
            }
        }
        return parts;
    }

    private static Map<String, Codes> tables(String file) {
        var read = new ConcurrentHashMap<String, Codes>();
        Map<String, Map<String, Object>> yaml =
                new Yaml(new SafeConstructor(new LoaderOptions())).load(text(file));
        yaml.forEach(
                (name, table) -> {
                    var codes = (Map<?, ?>) Objects.requireNonNull(table.get("codes"), name);
                    read.put(
                            name,
                            new Codes(
                                    String.valueOf(table.get("list")),
                                    Set.of(
                                            codes.keySet().stream()
                                                    .map(String::valueOf)
                                                    .toArray(String[]::new))));
                });
        return read;
    }

    private static String text(String resource) {
        try (var stream = ContentRules.class.getResourceAsStream(resource)) {
            var bytes = Objects.requireNonNull(stream, resource).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
