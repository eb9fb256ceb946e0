package io.retrogate.translate.rule;

import io.retrogate.translate.message.Target;
import io.retrogate.translate.tree.Spot;
import java.util.List;

/** One rule of a mapping: takes something from where it stands and writes it into the message. */
public sealed interface Rule permits ValueRule, EachRule, NamedRule, NumberRule {

    void apply(Spot here, Target target, Translation translation);

    /** What it says, as far as it tells it from others. */
    String label();

    /** The rules that it applies. */
    default List<Rule> inside() {
        return List.of();
    }
}
