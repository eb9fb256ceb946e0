package io.retrogate.translate.out;

import com.fasterxml.jackson.databind.JsonNode;
import io.retrogate.edi.Finding.Severity;
import io.retrogate.returns.MessageProblem;
import io.retrogate.translate.rule.Conversion;
import io.retrogate.translate.rule.NamedRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes qualified values: each member under the code of its name, and the list of the others. */
record OutNamed(NamedRule rule, DraftSpace space) implements OutRule {

    @Override
    public boolean render(MessagePart part, DraftPlace here, Rendering rendering) {
        boolean wrote = false;
        var object = part.member(rule.to());
        for (var name : names(object)) {
            var value = object.at(List.of(name));
            var conversion = rule.members().get(name);
            if (conversion != null && !value.unused().isMissingNode()) {
                var code = rule.names().codeFor(name, value.tree().asText());
                wrote |=
                        code.filter(c -> write(c, conversion, object, value, here, rendering))
                                .isPresent();
            }
        }
        var others = part.member(rule.rest());
        for (int at = 0; at < others.tree().size(); at++) {
            wrote |= other(others.at(at), here, rendering);
        }
        return wrote;
    }

    private static List<String> names(MessagePart object) {
        var names = new ArrayList<String>();
        object.tree().fieldNames().forEachRemaining(names::add);
        return names;
    }

    private boolean other(MessagePart item, DraftPlace here, Rendering rendering) {
        var type = item.at(List.of("type"));
        var value = item.at(List.of("value"));
        if (item.unused().isMissingNode() || value.isMissing()) {
            return false;
        }
        var code = rule.names().codeFor(type.tree());
        if (code.filter(c -> write(c, rule.restValue(), item, value, here, rendering)).isEmpty()) {
            return false;
        }
        item.use();
        type.use();
        return true;
    }

    private boolean write(
            String code,
            Conversion conversion,
            MessagePart object,
            MessagePart value,
            DraftPlace here,
            Rendering rendering) {
        var beside = conversion.beside();
        var words =
                conversion
                        .writing()
                        .write(
                                padded(code, value.tree()),
                                beside.neighbours(),
                                rendering.standard());
        if (words.isEmpty()) {
            rendering.add(
                    MessageProblem.VALUE_UNWRITABLE,
                    Severity.ERROR,
                    value,
                    "The value cannot be written into " + rule.from().text() + ".");
            return false;
        }
        return space.next(
                here,
                place -> {
                    if (!OutValue.write(rule.key(), code, place)
                            || !OutValue.write(rule.from(), words.get().text(), place)) {
                        return false;
                    }
                    OutValue.beside(beside, words.get(), value.tree(), place);
                    unit(object, place);
                    value.use();
                    return true;
                });
    }

    private JsonNode padded(String code, JsonNode value) {
        return rule.names().padded(code, value);
    }

    private void unit(MessagePart object, DraftPlace place) {
        var table = rule.uoms();
        var member = object.at(List.of("uom"));
        if (table == null || member.isMissing()) {
            return;
        }
        Optional<String> code = table.codeFor(member.tree());
        code.filter(text -> OutValue.write(rule.uom(), text, place))
                .ifPresent(text -> member.use());
    }
}
