package io.retrogate.validate;

import io.retrogate.edi.lane.TransactionIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A place in a segment, with what must be so for it to count: {@code N104 if N103=UL}.
 *
 * @param component 0 for a plain element
 * @param step to the next element of the same kind, 0 if there is but one
 * @param conditions all of which have to hold
 */
record Field(String tag, int element, int component, int step, List<Condition> conditions) {

    private static final Pattern TEXT =
            Pattern.compile("([A-Z][A-Z0-9]{1,2})(\\d\\d)(?:\\.(\\d))?(?:/(\\d))?");

    Field {
        conditions = List.copyOf(conditions);
    }

    /** Another place in the same segment that holds one of these. */
    record Condition(Field field, List<String> values, CodeSet codes) {

        Condition(Field field, List<String> values) {
            this(field, List.copyOf(values), CodeSet.of(Set.copyOf(values)));
        }
    }

    /**
     * @param words such as {@code N104}, {@code if}, {@code N103=UL}
     */
    static Field of(List<String> words) {
        var conditions = new ArrayList<Condition>();
        for (int i = 1; i + 1 < words.size(); i += 2) {
            var said = words.get(i + 1).split("=", 2);
            if (!words.get(i).equals("if") || said.length < 2) {
                throw new IllegalArgumentException(String.join(" ", words));
            }
            conditions.add(new Condition(of(said[0]), List.of(said[1].split("\\|", -1))));
        }
        var field = of(words.get(0));
        return new Field(field.tag, field.element, field.component, field.step, conditions);
    }

    private static Field of(String word) {
        var matcher = TEXT.matcher(word);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(word);
        }
        return new Field(
                matcher.group(1),
                Integer.parseInt(matcher.group(2)),
                matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3)),
                matcher.group(4) == null ? 0 : Integer.parseInt(matcher.group(4)),
                List.of());
    }

    /** The tag as the index packs it. */
    int packedTag() {
        return TransactionIndex.packed(tag);
    }

    /** As people write it: {@code N104}, {@code CNT01.2}. */
    String name() {
        return tag + (element < 10 ? "0" : "") + element + (component > 0 ? "." + component : "");
    }

    /** The conditions, as people write them: {@code HL03 I}. */
    String told() {
        return conditions.stream()
                .map(it -> it.field.name() + " " + told(it.values))
                .collect(Collectors.joining(" and "));
    }

    private static String told(List<String> values) {
        return values.stream()
                .map(it -> it.isEmpty() ? "empty" : it)
                .collect(Collectors.joining(" or "));
    }

    /** How many elements of this kind the segment can hold. */
    int times(Elements segment) {
        return step == 0 ? 1 : Math.max(0, (segment.count() - element) / step + 1);
    }

    /** The value of that element, the first being 0; empty also if it does not count. */
    String value(Elements segment, int time) {
        return counts(segment, time) ? segment.value(element + step * time, component) : "";
    }

    boolean counts(Elements segment, int time) {
        for (int i = 0; i < conditions.size(); i++) {
            var condition = conditions.get(i);
            var field = condition.field;
            int element = field.element + field.step * time;
            if (!segment.isOneOf(element, field.component, condition.codes)) {
                return false;
            }
        }
        return true;
    }
}
