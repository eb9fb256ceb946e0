package io.retrogate.translate.message;

import io.retrogate.translate.text.MappingLine;
import io.retrogate.translate.text.Near;
import io.retrogate.translate.text.TranslateProblem;
import io.retrogate.translate.text.YamlPart;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where in the target a value goes: {@code rma.number}, {@code serials[]}.
 *
 * @param owners the objects on the way to the member
 * @param list whether the member is an array that grows
 */
public record Destination(List<String> owners, String name, boolean list, TargetShape shape) {

    private static final String ELSEWHERE = "-";

    /** Checked against the JSON Schema of the message. */
    public static Destination parse(YamlPart part, TargetShape from) {
        return parse(part.text(), part.line(), from);
    }

    /** {@code -} where the value is told elsewhere, so that nothing is lost without it here. */
    public static Destination parseElse(YamlPart part, TargetShape from) {
        return part.text().equals(ELSEWHERE)
                ? new Destination(List.of(), ELSEWHERE, false, from)
                : parse(part, from);
    }

    public boolean isElsewhere() {
        return name.equals(ELSEWHERE);
    }

    /**
     * @param line for whoever has to mend the text
     */
    public static Destination parse(String text, MappingLine line, TargetShape from) {
        boolean list = text.endsWith("[]");
        var names =
                Arrays.asList(
                        (list ? text.substring(0, text.length() - 2) : text).split("\\.", -1));
        var shape = from;
        for (var name : names) {
            var owner = shape;
            shape =
                    owner.member(name)
                            .orElseThrow(
                                    () ->
                                            line.problem(
                                                    TranslateProblem.TARGET_UNKNOWN,
                                                    "the message has no '"
                                                            + text
                                                            + "'"
                                                            + Near.to(name, owner.members())));
        }
        if (list && shape.sort() != TargetShape.Sort.ARRAY) {
            throw line.problem(TranslateProblem.TARGET_UNKNOWN, "'" + text + "' is no list");
        }
        int last = names.size() - 1;
        return new Destination(
                List.copyOf(names.subList(0, last)),
                names.get(last),
                list,
                list ? shape.item() : shape);
    }

    /** The object that holds the member. */
    public Target owner(Target target) {
        return target.at(owners);
    }

    /** All names, for one that is an object itself. */
    public Target object(Target target) {
        return target.at(owners).at(List.of(name));
    }

    /** As a rule writes it. */
    public String label() {
        var all = new ArrayList<>(owners);
        all.add(name);
        return String.join(".", all) + (list ? "[]" : "");
    }

    public String first() {
        return owners.isEmpty() ? name : owners.get(0);
    }
}
