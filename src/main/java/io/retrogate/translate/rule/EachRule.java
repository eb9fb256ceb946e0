package io.retrogate.translate.rule;

import io.retrogate.translate.message.Destination;
import io.retrogate.translate.message.Target;
import io.retrogate.translate.message.TargetShape;
import io.retrogate.translate.tree.Path;
import io.retrogate.translate.tree.Spot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Applies rules at every place that a path leads to.
 *
 * @param to a list of objects, one for each place, or an object for all of them; null: the object
 *     of the rule itself
 * @param needed members without which an object of the list says nothing and is left out
 */
public record EachRule(
        Path each,
        @Nullable Destination to,
        List<String> needed,
        List<Condition> when,
        List<Rule> rules)
        implements Rule {

    @Override
    public void apply(Spot here, Target target, Translation translation) {
        var count = new int[] {0};
        each.visit(
                here,
                found -> {
                    var spot = found.numbered(count[0] + 1);
                    if (isWanted(spot, translation)) {
                        count[0]++;
                        write(spot, target, translation);
                    }
                    return true;
                });
    }

    @Override
    public String label() {
        return "each " + each.text() + (to == null ? "" : " -> " + to.label());
    }

    @Override
    public List<Rule> inside() {
        return rules;
    }

    private boolean isWanted(Spot spot, Translation translation) {
        for (var condition : when) {
            if (!condition.holds(spot, translation)) {
                return false;
            }
        }
        return true;
    }

    private void write(Spot spot, Target target, Translation translation) {
        translation.fired(this);
        if (to == null) {
            applyAll(spot, target, translation);
        } else if (to.shape().sort() == TargetShape.Sort.ARRAY) {
            var item = new Target();
            applyAll(spot, item, translation);
            item.finish();
            if (needed.stream().allMatch(item::has)) {
                to.owner(target).append(to.name(), item);
            }
        } else {
            applyAll(spot, to.object(target), translation);
        }
    }

    private void applyAll(Spot spot, Target target, Translation translation) {
        for (var rule : rules) {
            rule.apply(spot, target, translation);
        }
    }
}
