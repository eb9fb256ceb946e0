package io.retrogate.translate.rule;

import io.retrogate.edi.Finding.Severity;
import io.retrogate.translate.message.Destination;
import io.retrogate.translate.message.Target;
import io.retrogate.translate.tree.Path;
import io.retrogate.translate.tree.Spot;
import io.retrogate.translate.value.CodeTable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts qualified values (dates, quantities, product ids) under the name that their qualifier has in
 * a code table. Those without a name of their own, and a second one of the same name, go to a list
 * with their qualifier; nothing gets lost.
 *
 * @param members how the value of each name is read
 * @param restIsText whether the list takes a value as it is, so that one that cannot be read as
 *     what its qualifier says is only a warning
 */
public record NamedRule(
        Path each,
        Path key,
        CodeTable names,
        Path from,
        Destination to,
        Destination rest,
        Map<String, Conversion> members,
        Conversion restValue,
        boolean restIsText,
        @Nullable Path uom,
        @Nullable CodeTable uoms)
        implements Rule {

    @Override
    public void apply(Spot here, Target target, Translation translation) {
        each.visit(
                here,
                spot -> {
                    var code = key.firstValue(spot);
                    var value = from.firstValue(spot);
                    if (code.isPresent() && value.isPresent()) {
                        translation.fired(this);
                        write(spot, code.get(), value.get(), target, translation);
                    }
                    return true;
                });
    }

    @Override
    public String label() {
        return "each " + each.text() + " names -> " + to.label();
    }

    private void write(Spot here, Spot code, Spot value, Target target, Translation translation) {
        var name = names.meaning(code.text()).orElse("");
        if (name.equals(CodeTable.ELSEWHERE)) {
            return;
        }
        var object = to.object(target);
        var conversion = members.get(name);
        if (conversion == null || object.has(name)) {
            append(here, code, value, target, translation);
            return;
        }
        var found = conversion.read(value.text(), here, translation);
        var read = found.value();
        if (read != null) {
            object.set(name, read, translation.source(value));
            unit(here, object, translation);
        } else if (restIsText) {
            translation.unreadable(value, Severity.WARNING, found.expected());
            append(here, code, value, target, translation);
        } else {
            translation.unreadable(value, Severity.ERROR, found.expected());
        }
    }

    private void append(Spot here, Spot code, Spot value, Target target, Translation translation) {
        var found = restValue.read(value.text(), here, translation);
        var read = found.value();
        if (read == null) {
            translation.unreadable(value, Severity.ERROR, found.expected());
            return;
        }
        var item = new Target();
        item.set("type", names.coded(code.text()), translation.source(code));
        item.set("value", read, translation.source(value));
        unit(here, item, translation);
        rest.owner(target).append(rest.name(), item);
    }

    private void unit(Spot here, Target object, Translation translation) {
        if (uom == null || uoms == null || object.has("uom")) {
            return;
        }
        var table = uoms;
        uom.firstValue(here)
                .ifPresent(
                        spot ->
                                object.set(
                                        "uom", table.coded(spot.text()), translation.source(spot)));
    }
}
