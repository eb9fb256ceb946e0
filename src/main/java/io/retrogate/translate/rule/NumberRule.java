package io.retrogate.translate.rule;

import com.fasterxml.jackson.databind.node.IntNode;
import io.retrogate.translate.message.Destination;
import io.retrogate.translate.message.Target;
import io.retrogate.translate.tree.Spot;

/**
 * Writes which one this is of those that the rule around it has met, from 1; lines that are held
 * back are counted.
 */
public record NumberRule(Destination to) implements Rule {

    @Override
    public void apply(Spot here, Target target, Translation translation) {
        translation.fired(this);
        to.owner(target)
                .set(to.name(), IntNode.valueOf(translation.line(here)), translation.source(here));
    }

    @Override
    public String label() {
        return "# -> " + to.label();
    }
}
