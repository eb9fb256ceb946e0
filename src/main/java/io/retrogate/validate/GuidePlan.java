package io.retrogate.validate;

import io.retrogate.edi.schema.SchemaChange;
import io.retrogate.partner.Guide;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A guide as we judge by it: what it widens changes the schema, for both lanes alike; what it
 * narrows are rules of their own, so that their findings can say that they are this partner's.
 */
record GuidePlan(List<SchemaChange> changes, List<ContentRule> rules) {

    static final GuidePlan NONE = new GuidePlan(List.of(), List.of());

    GuidePlan {
        changes = List.copyOf(changes);
        rules = List.copyOf(rules);
    }

    static GuidePlan of(Guide guide) {
        var changes = new ArrayList<SchemaChange>();
        var rules = new ArrayList<ContentRule>();
        for (var rule : guide.rules()) {
            change(rule).ifPresent(changes::add);
            rule(rule).ifPresent(rules::add);
        }
        return new GuidePlan(changes, rules);
    }

    static Optional<SchemaChange> change(Guide.Rule rule) {
        if (rule.verb() != Guide.Verb.ALLOW) {
            return Optional.empty();
        }
        return Optional.of(
                rule.isElement()
                        ? SchemaChange.element(rule.place(), rule.maxLength(), rule.codes())
                        : SchemaChange.segment(rule.place(), rule.after(), rule.max()));
    }

    static Optional<ContentRule> rule(Guide.Rule rule) {
        if (rule.verb() == Guide.Verb.ALLOW) {
            return Optional.empty();
        }
        return Optional.of(
                rule.isElement()
                        ? new GuideElementRule(field(rule.place(), rule.when()), rule)
                        : new GuideSegmentRule(
                                field(rule.place() + "01", rule.when()), rule.within(), rule));
    }

    private static Field field(String place, String when) {
        return Field.of(when.isEmpty() ? List.of(place) : List.of(place, "if", when));
    }
}
