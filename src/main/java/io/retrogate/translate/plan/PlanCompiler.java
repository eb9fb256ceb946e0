package io.retrogate.translate.plan;

import com.fasterxml.jackson.databind.JsonNode;
import io.retrogate.translate.message.Destination;
import io.retrogate.translate.rule.Condition;
import io.retrogate.translate.rule.Conversion;
import io.retrogate.translate.rule.EachRule;
import io.retrogate.translate.rule.KindRule;
import io.retrogate.translate.rule.NamedRule;
import io.retrogate.translate.rule.NumberRule;
import io.retrogate.translate.rule.Rule;
import io.retrogate.translate.rule.ValueRule;
import io.retrogate.translate.tree.LoopDefinition;
import io.retrogate.translate.tree.Path;
import io.retrogate.translate.value.CodeTable;
import io.retrogate.translate.value.PlainReading;
import io.retrogate.translate.value.Reading;
import io.retrogate.translate.value.Surroundings;
import io.retrogate.translate.value.Writing;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes a plan of a compiled mapping. What a plan does not cover makes it give up, and every
 * document of that mapping goes to the reference lane.
 */
public final class PlanCompiler {

    private final Map<LoopDefinition, PlanLayout> layouts;
    private final PlanKeys keys = new PlanKeys();
    private final Map<CodeTable, PlanCodes> tables = new HashMap<>();
    private final PlanMarks marks = new PlanMarks();

    /** The path of the {@code each} whose rules are being compiled. */
    private @Nullable Path within;

    private final Map<StepKey, PlanStep> steps = new HashMap<>();

    private PlanCompiler(LoopDefinition root) {
        layouts = PlanLayout.all(root);
    }

    private record StepKey(int layout, List<Path.Qualifier> qualifiers) {}

    /** Thrown where something is met that a plan cannot do. */
    private static final class Uncovered extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Empty if the mapping holds what a plan cannot do. */
    public static Optional<Plan> compile(
            LoopDefinition root, List<KindRule> kinds, List<Rule> rules) {
        var compiler = new PlanCompiler(root);
        try {
            var compiledKinds = kinds.stream().map(rule -> new PlanKind(rule, compiler)).toList();
            var layout = Objects.requireNonNull(compiler.layouts.get(root));
            return Optional.of(
                    new Plan(layout, compiledKinds, compiler.rules(rules), compiler.keys));
        } catch (Uncovered e) {
            return Optional.empty();
        }
    }

    PlanRule[] rules(List<Rule> rules) {
        return rules.stream().map(this::rule).toArray(PlanRule[]::new);
    }

    /** The rules within an {@code each}. */
    PlanRule[] rules(List<Rule> rules, Path each) {
        var around = within;
        within = each;
        var compiled = rules(rules);
        within = around;
        return compiled;
    }

    PlanMarks marks() {
        return marks;
    }

    /** A path whose value decides what is done, looked at from within this {@code each}. */
    PlanPath deciding(Path path, @Nullable Path each) {
        marks.add(each, path);
        return path(path);
    }

    private PlanRule rule(Rule rule) {
        if (rule instanceof ValueRule value) {
            return new PlanValue(value, this);
        }
        if (rule instanceof EachRule each) {
            return new PlanEach(each, this);
        }
        if (rule instanceof NamedRule named) {
            return new PlanNamed(named, this);
        }
        if (rule instanceof NumberRule number) {
            return new PlanNumber(target(number.to()));
        }
        throw new Uncovered();
    }

    int layout(LoopDefinition definition) {
        var layout = layouts.get(definition);
        if (layout == null) {
            throw new Uncovered();
        }
        return layout.id();
    }

    /** Of equal steps one, so that it is found out once for each loop whether it fits. */
    PlanStep step(Path.LoopStep step) {
        var key = new StepKey(layout(step.definition()), step.qualifiers());
        return steps.computeIfAbsent(
                key, absent -> new PlanStep(step, absent.layout(), steps.size()));
    }

    PlanPath path(Path path) {
        marks.addQualifiers(path);
        return new PlanPath(path, this);
    }

    @Nullable PlanPath optional(@Nullable Path path) {
        return path == null ? null : path(path);
    }

    PlanTarget target(Destination destination) {
        return new PlanTarget(destination, keys);
    }

    PlanCondition[] conditions(List<Condition> conditions) {
        return conditions(conditions, within);
    }

    PlanCondition[] conditions(List<Condition> conditions, @Nullable Path each) {
        return conditions.stream()
                .map(condition -> new PlanCondition(condition, this, each))
                .toArray(PlanCondition[]::new);
    }

    PlanKeys keys() {
        return keys;
    }

    PlanCodes codes(CodeTable table) {
        return tables.computeIfAbsent(table, absent -> new PlanCodes(absent, keys));
    }

    /** A code with nothing beside it. */
    PlanConversion coding(CodeTable table) {
        var nothing = new Conversion.Beside(null, null, null, null, null);
        return new PlanConversion(
                new Conversion(Reading.text(), Writing.text(), table, nothing), this);
    }

    /** The constant that a rule writes where it finds nothing. */
    int fallback(ValueRule rule) {
        var conversion = rule.conversion();
        boolean plain = conversion.reading() instanceof PlainReading;
        if (rule.to().list() || !conversion.beside().isNone() || !plain) {
            throw new Uncovered();
        }
        var table = conversion.table();
        var around = new Surroundings(".", "", "", "", Instant.EPOCH);
        JsonNode value =
                table != null
                        ? table.coded(rule.fallback())
                        : conversion.reading().read(rule.fallback(), around).value();
        if (value == null) {
            throw new Uncovered();
        }
        return keys.constant(value.toString());
    }

    static byte[][] latin(Collection<String> texts) {
        return texts.stream().map(PlanCompiler::ascii).toArray(byte[][]::new);
    }

    private static byte[] ascii(String text) {
        if (!isAscii(text)) {
            throw new Uncovered();
        }
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }
}
