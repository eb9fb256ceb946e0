package io.retrogate.validate;

import io.xlate.edi.schema.EDIComplexType;
import io.xlate.edi.schema.EDIReference;
import io.xlate.edi.schema.EDISimpleType;
import io.xlate.edi.schema.EDISyntaxRule;
import io.xlate.edi.schema.EDIType;
import io.xlate.edi.schema.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Makes up the segments of a transaction set that its schema mostly allows. */
final class GeneratedSet {

    private static final String LETTERS = "ABCDEFGHIJ KLMNOPQRSTUVWXYZ0123456789abc.,-/";

    private final Random random;
    private final char element;
    private final char component;
    private final char release;
    private final List<String> segments = new ArrayList<>();

    /** A release of 0 means that there is none. */
    GeneratedSet(Random random, char element, char component, char release) {
        this.random = random;
        this.element = element;
        this.component = component;
        this.release = release;
    }

    List<String> of(Schema schema) {
        segments.clear();
        loop(schema.getStandard(), 0);
        return List.copyOf(segments);
    }

    private void loop(EDIComplexType loop, int depth) {
        boolean first = depth > 0;
        for (var child : loop.getReferences()) {
            int times = first ? 1 : times(child, depth);
            first = false;
            var type = (EDIComplexType) child.getReferencedType();
            for (int i = 0; i < times; i++) {
                if (type.isType(EDIType.Type.SEGMENT)) {
                    segments.add(segment(type));
                } else {
                    loop(type, depth + 1);
                }
            }
        }
    }

    private int times(EDIReference child, int depth) {
        int wanted = Math.max(child.getMinOccurs(), 0);
        boolean more = random.nextInt(segments.size() > 60 ? 40 : 4 + 2 * depth) == 0;
        return more ? Math.min(child.getMaxOccurs(), wanted + 1 + random.nextInt(2)) : wanted;
    }

    private String segment(EDIComplexType type) {
        return type.getId() + joined(type, element, true);
    }

    private String joined(EDIComplexType type, char separator, boolean leading) {
        var parts = new ArrayList<String>();
        var present = present(type);
        int last = present.stream().mapToInt(p -> p).max().orElse(leading ? 0 : 1);
        for (int i = 1; i <= last; i++) {
            parts.add(present.contains(i) ? value(type.getReferences().get(i - 1)) : "");
        }
        var text = String.join(String.valueOf(separator), parts);
        return leading && last > 0 ? separator + text : text;
    }

    /** Positions that are filled: the required, some others, and what the relations ask for. */
    private Set<Integer> present(EDIComplexType type) {
        var present = new HashSet<Integer>();
        int size = type.getReferences().size();
        for (int i = 1; i <= size; i++) {
            if (type.getReferences().get(i - 1).getMinOccurs() > 0 || random.nextInt(5) == 0) {
                present.add(i);
            }
        }
        if (present.isEmpty()) {
            present.add(1);
        }
        for (int round = 0; round < 3; round++) {
            type.getSyntaxRules().forEach(rule -> obey(rule, present));
        }
        present.removeIf(p -> p > size);
        return present;
    }

    private void obey(EDISyntaxRule rule, Set<Integer> present) {
        var positions = rule.getPositions();
        boolean any = positions.stream().anyMatch(present::contains);
        boolean anchor = present.contains(positions.get(0));
        switch (rule.getType()) {
            case PAIRED -> {
                if (any) {
                    present.addAll(positions);
                }
            }
            case REQUIRED -> {
                if (!any) {
                    present.add(positions.get(random.nextInt(positions.size())));
                }
            }
            case CONDITIONAL -> {
                if (anchor) {
                    present.addAll(positions);
                }
            }
            case LIST -> {
                if (anchor) {
                    present.add(positions.get(1));
                }
            }
            case EXCLUSION -> positions.stream().skip(1).forEach(present::remove);
            default -> {}
        }
    }

    private String value(EDIReference reference) {
        if (reference.getReferencedType() instanceof EDIComplexType composite) {
            return joined(composite, component, false);
        }
        var type = (EDISimpleType) reference.getReferencedType();
        int min = (int) type.getMinLength();
        int max = (int) Math.min(type.getMaxLength(), min + 12);
        int length = random.nextInt(12) == 0 ? max : min + random.nextInt(max - min + 1);
        return switch (type.getBase()) {
            case STRING, IDENTIFIER ->
                    type.getValueSet().isEmpty()
                            ? text(length)
                            : List.copyOf(type.getValueSet())
                                    .get(random.nextInt(type.getValueSet().size()));
            case NUMERIC -> (random.nextInt(9) == 0 ? "-" : "") + digits(length);
            case DECIMAL -> decimal(length);
            case DATE -> max >= 8 && random.nextBoolean() || min > 6 ? "20261103" : "261103";
            case TIME -> max < 6 || random.nextBoolean() ? "0915" : "091530";
            case BINARY -> "";
        };
    }

    private String decimal(int length) {
        if (length < 3 || random.nextBoolean()) {
            return digits(length);
        }
        return digits(length - 2) + "." + digits(2);
    }

    private String digits(int length) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) ('0' + random.nextInt(10)));
        }
        return text.toString();
    }

    private String text(int length) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            char c =
                    random.nextInt(40) == 0
                            ? '\u00e4'
                            : LETTERS.charAt(random.nextInt(LETTERS.length()));
            text.append(c == ' ' && (i == 0 || i == length - 1) ? 'X' : c);
        }
        if (release != 0 && random.nextInt(10) == 0) {
            text.setCharAt(0, component);
            text.insert(0, release);
        }
        return text.toString();
    }
}
