package io.retrogate.translate.rule;

import com.fasterxml.jackson.databind.node.TextNode;
import io.retrogate.edi.Finding.Severity;
import io.retrogate.translate.message.Destination;
import io.retrogate.translate.message.Target;
import io.retrogate.translate.tree.Path;
import io.retrogate.translate.tree.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Copies a value: the first that one of the paths finds; all of them if the target is a list or
 * they are to be joined.
 *
 * @param fallback what to take if there is no value; empty: nothing
 * @param join what to put between values that become one text
 * @param lengths how long a value is under a code of a qualifier, for the way out
 * @param otherwise where a value goes, as it is, that cannot be read; null: the document is refused
 */
public record ValueRule(
        List<Path> from,
        Destination to,
        Conversion conversion,
        boolean required,
        String fallback,
        @Nullable String join,
        Map<String, Integer> lengths,
        @Nullable Destination otherwise,
        List<Condition> when)
        implements Rule {

    @Override
    public void apply(Spot here, Target target, Translation translation) {
        for (var condition : when) {
            if (!condition.holds(here, translation)) {
                return;
            }
        }
        if (!to.list() && to.owner(target).has(to.name())) {
            return;
        }
        var spots = spots(here);
        if (spots.isEmpty()) {
            nothing(here, target, translation);
            return;
        }
        translation.fired(this);
        if (join != null) {
            joined(join, spots, target, translation);
        } else {
            spots.forEach(spot -> write(spot, here, target, translation));
        }
    }

    @Override
    public String label() {
        var paths = from.stream().map(Path::text).collect(Collectors.joining(" | "));
        return (paths.isEmpty() ? fallback : paths) + " -> " + to.label();
    }

    private List<Spot> spots(Spot here) {
        var spots = new ArrayList<Spot>();
        for (var path : from) {
            if (to.list() || join != null) {
                path.visit(here, spot -> spot.text().isEmpty() || spots.add(spot));
            } else if (spots.isEmpty()) {
                path.firstValue(here).ifPresent(spots::add);
            }
        }
        return spots;
    }

    private void write(Spot spot, Spot here, Target target, Translation translation) {
        var found = conversion.read(spot.text(), here, translation);
        var value = found.value();
        if (value != null && to.list()) {
            to.owner(target).append(to.name(), value, translation.source(spot));
        } else if (value != null) {
            to.owner(target).set(to.name(), value, translation.source(spot));
        } else if (otherwise == null) {
            translation.unreadable(spot, Severity.ERROR, found.expected());
        } else if (!otherwise.isElsewhere()) {
            translation.unreadable(spot, Severity.WARNING, found.expected());
            keep(spot, otherwise, target, translation);
        }
    }

    private static void keep(Spot spot, Destination to, Target target, Translation translation) {
        var owner = to.owner(target);
        var text = TextNode.valueOf(spot.text());
        if (to.list()) {
            owner.append(to.name(), text, translation.source(spot));
        } else {
            owner.set(to.name(), text, translation.source(spot));
        }
    }

    private void joined(String between, List<Spot> spots, Target target, Translation translation) {
        var text = String.join(between, spots.stream().map(Spot::text).toList());
        to.owner(target).set(to.name(), TextNode.valueOf(text), translation.source(spots.get(0)));
    }

    private void nothing(Spot here, Target target, Translation translation) {
        if (!fallback.isEmpty()) {
            var value = conversion.read(fallback, here, translation).value();
            if (value != null) {
                translation.fired(this);
                to.owner(target).set(to.name(), value, "");
            }
        } else if (required) {
            var place = from.stream().flatMap(path -> path.firstPlace(here).stream()).findFirst();
            translation.missing(place.orElse(here), to.name());
        }
    }
}
