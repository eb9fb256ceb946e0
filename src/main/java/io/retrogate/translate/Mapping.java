package io.retrogate.translate;

import io.retrogate.edi.MessageType;
import io.retrogate.returns.Kind;
import io.retrogate.translate.message.Target;
import io.retrogate.translate.message.TargetShape;
import io.retrogate.translate.out.DraftSegment;
import io.retrogate.translate.out.MessagePart;
import io.retrogate.translate.out.OutCompiler;
import io.retrogate.translate.out.OutScope;
import io.retrogate.translate.out.Rendering;
import io.retrogate.translate.plan.Plan;
import io.retrogate.translate.plan.PlanCompiler;
import io.retrogate.translate.rule.Expressions;
import io.retrogate.translate.rule.KindRule;
import io.retrogate.translate.rule.Rule;
import io.retrogate.translate.rule.RuleCompiler;
import io.retrogate.translate.rule.Translation;
import io.retrogate.translate.text.MappingText;
import io.retrogate.translate.text.TranslateProblem;
import io.retrogate.translate.tree.LoopDefinition;
import io.retrogate.translate.tree.LoopReader;
import io.retrogate.translate.tree.Scope;
import io.retrogate.translate.tree.Segment;
import io.retrogate.translate.tree.Spot;
import io.retrogate.translate.value.CodeTables;
import io.xlate.edi.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A compiled mapping: from one kind of document to the canonical message. Shared by all threads.
 */
final class Mapping {

    /** Members of the message that come from the envelope, not from a mapping. */
    private static final Set<String> OWN =
            Set.of("id", "schemaVersion", "kind", "envelope", "partner");

    private final MessageType message;
    private final LoopDefinition definition;
    private final List<KindRule> kinds;
    private final List<Rule> rules;
    private final OutScope out;
    private final Expressions expressions;
    private final Optional<Plan> plan;

    private Mapping(
            MessageType message,
            LoopDefinition definition,
            List<KindRule> kinds,
            List<Rule> rules,
            OutScope out,
            Expressions expressions) {
        this.message = message;
        this.definition = definition;
        this.kinds = kinds;
        this.rules = rules;
        this.out = out;
        this.expressions = expressions;
        plan =
                expressions.isEmpty()
                        ? PlanCompiler.compile(definition, kinds, rules)
                        : Optional.empty();
    }

    /** Throws with file, line and the nearest names if anything in it fits nothing. */
    static Mapping compile(
            MessageType message,
            MappingText text,
            CodeTables tables,
            Schema schema,
            TargetShape shape) {
        var definition = LoopDefinition.of(schema, message.toString());
        var scope = Scope.of(definition);
        RuleCompiler.checkComplete(
                text.top(),
                shape.required().stream().filter(name -> !OWN.contains(name)).toList(),
                text.rules());
        var kinds = text.kinds().stream().map(part -> KindRule.parse(part, scope)).toList();
        if (kinds.isEmpty() || !kinds.get(kinds.size() - 1).isAlways()) {
            throw text.top()
                    .line()
                    .problem(
                            TranslateProblem.RULE_INVALID,
                            "the last rule of 'kind' must hold always");
        }
        var codes = tables.with(text.codes());
        var rules = new RuleCompiler(codes).compile(text.rules(), scope, shape);
        var out = new OutCompiler(codes).compile(text.out(), rules, scope, shape);
        var expressions = Expressions.compile(text.expressions(), shape);
        return new Mapping(message, definition, kinds, rules, out, expressions);
    }

    MessageType message() {
        return message;
    }

    /** The same for speed; empty if it holds what a plan cannot do. */
    Optional<Plan> plan() {
        return plan;
    }

    /** Its rules, and the rules inside them, as many as they are. */
    List<Rule> rules() {
        var all = new ArrayList<Rule>();
        collect(rules, all);
        return all;
    }

    private static void collect(List<Rule> rules, List<Rule> all) {
        for (var rule : rules) {
            all.add(rule);
            collect(rule.inside(), all);
        }
    }

    /** What is computed of a message that its rules have finished. */
    Expressions expressions() {
        return expressions;
    }

    /** Whether documents can be written with it. */
    boolean hasWayOut() {
        return !out.isEmpty();
    }

    /** The segments between header and trailer, in their order. */
    List<DraftSegment> render(MessagePart message, Rendering rendering) {
        return out.segments(definition, message, rendering);
    }

    LoopReader.Document read(List<Segment> segments) {
        return LoopReader.read(definition, segments);
    }

    Kind kind(Spot root, Translation translation) {
        return kinds.stream()
                .filter(rule -> rule.fits(root, translation))
                .findFirst()
                .map(KindRule::kind)
                .orElseThrow();
    }

    void write(Spot root, Target target, Translation translation) {
        for (var rule : rules) {
            rule.apply(root, target, translation);
        }
    }
}
