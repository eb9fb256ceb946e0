package io.retrogate.translate.plan;

import io.retrogate.edi.lane.TransactionIndex;
import io.retrogate.translate.tree.Path;
import java.util.List;

/** A {@link Path.Qualifier} on bytes. */
final class PlanQualifier {

    /** There is something in the first element that has to be looked at. */
    private static final int UNKNOWN = -1;

    /** It is one of several components; no letter sets this bit. */
    private static final int COMPOSITE = 1 << 31;

    private final int element;
    private final int component;
    private final boolean negated;
    private final byte[][] values;

    /** The values as {@link #first} gives them; empty if that is of no use here. */
    private final int[] packed;

    private PlanQualifier(Path.Qualifier of) {
        element = of.element();
        component = of.component();
        negated = of.negated();
        values = PlanCompiler.latin(of.values());
        boolean plain = element == 1 && component <= 1;
        boolean brief = of.values().stream().allMatch(it -> !it.isEmpty() && it.length() <= 4);
        packed =
                plain && brief
                        ? of.values().stream().mapToInt(TransactionIndex::packed).toArray()
                        : new int[0];
    }

    static PlanQualifier[] all(List<Path.Qualifier> of) {
        return of.stream().map(PlanQualifier::new).toArray(PlanQualifier[]::new);
    }

    static boolean fit(PlanQualifier[] all, PlanRun run, int segment) {
        for (var qualifier : all) {
            if (qualifier.holds(run, segment) == qualifier.negated) {
                return false;
            }
        }
        return true;
    }

    private boolean holds(PlanRun run, int segment) {
        int first = packed.length == 0 ? UNKNOWN : run.loops().qualifier(segment);
        if (first == UNKNOWN) {
            run.probe().read(run, segment, element, component);
            return run.probe().isOneOf(values);
        }
        int code = component == 0 ? first : first & ~COMPOSITE;
        for (int value : packed) {
            if (value == code) {
                return true;
            }
        }
        return false;
    }

    /**
     * The code in the first element, or in its first component, as one number: 0 if there is none,
     * -1 if it is none of up to four letters and digits.
     */
    static int first(TransactionIndex index, int segment) {
        if (index.elements(segment) == 0) {
            return 0;
        }
        int from = index.start(segment, 1);
        int to = index.end(segment, 1);
        char separator = index.delimiters().component();
        int packed = 0;
        for (int at = from; at < to; at++) {
            byte b = index.at(at);
            if (b == separator) {
                return packed | COMPOSITE;
            }
            if (at - from >= 4 || !isPlain(b)) {
                return UNKNOWN;
            }
            packed = packed << 8 | b;
        }
        return packed;
    }

    private static boolean isPlain(byte b) {
        return (b >= '0' && b <= '9') || (b >= 'A' && b <= 'Z');
    }
}
