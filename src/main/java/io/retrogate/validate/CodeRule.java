package io.retrogate.validate;

import io.retrogate.edi.DocumentProblem;
import io.retrogate.edi.Finding;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A code is one that the return message has a meaning for.
 *
 * @param list number of the code list
 */
record CodeRule(Field field, String list, Set<String> codes, Finding.Severity severity)
        implements ContentRule {

    CodeRule {
        codes = Set.copyOf(codes);
    }

    @Override
    public Set<String> tags() {
        return Set.of(field.tag());
    }

    @Override
    public Check begin(Consumer<Finding> findings) {
        return segment -> {
            for (int i = field.times(segment) - 1; i >= 0; i--) {
                var value = field.value(segment, i);
                if (!value.isEmpty() && !codes.contains(value)) {
                    findings.accept(
                            segment.finding(
                                    DocumentProblem.CODE_UNKNOWN,
                                    severity,
                                    field.element() + field.step() * i,
                                    field.component(),
                                    value + " of list " + list + " has no meaning for us."));
                }
            }
        };
    }
}
