package io.retrogate.translate;

import io.retrogate.edi.MessageType;
import io.retrogate.edi.schema.SchemaChange;
import io.retrogate.partner.Guide;
import java.util.List;

/** What a partner's guide allows beyond the standard, so that the partner's mapping can read it. */
final class GuideChanges {

    private GuideChanges() {}

    static List<SchemaChange> of(List<Guide> guides, MessageType type) {
        return guides.stream()
                .filter(guide -> guide.isFor(type))
                .findFirst()
                .map(guide -> guide.rules().stream().filter(GuideChanges::widens))
                .map(rules -> rules.map(GuideChanges::change).toList())
                .orElse(List.of());
    }

    private static boolean widens(Guide.Rule rule) {
        return rule.verb() == Guide.Verb.ALLOW;
    }

    private static SchemaChange change(Guide.Rule rule) {
        return rule.isElement()
                ? SchemaChange.element(rule.place(), rule.maxLength(), rule.codes())
                : SchemaChange.segment(rule.place(), rule.after(), rule.max());
    }
}
