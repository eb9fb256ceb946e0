package io.retrogate.validate;

import io.retrogate.edi.DocumentProblem;
import io.retrogate.edi.Finding;
import io.retrogate.edi.Finding.Severity;
import io.retrogate.partner.Guide;
import java.util.Set;
import java.util.function.Consumer;

/** What a partner's guide says of one element, less than what the standard allows. */
record GuideElementRule(Field field, Guide.Rule rule) implements ContentRule {

    @Override
    public Set<String> tags() {
        return Set.of(field.tag());
    }

    @Override
    public Check begin(Consumer<Finding> findings) {
        return segment -> take(segment, findings);
    }

    private void take(Elements segment, Consumer<Finding> findings) {
        if (!field.counts(segment, 0)) {
            return;
        }
        var value = field.value(segment, 0);
        switch (rule.verb()) {
            case REQUIRE -> {
                if (value.isEmpty()) {
                    var why = "The partner's guide requires " + field.name() + ".";
                    say(findings, segment, DocumentProblem.GUIDE_ELEMENT_MISSING, why);
                }
            }
            case FORBID -> {
                if (!value.isEmpty()) {
                    var why = "The partner's guide forbids " + field.name() + ".";
                    say(findings, segment, DocumentProblem.GUIDE_ELEMENT_FORBIDDEN, why);
                }
            }
            case LIMIT -> limit(value, findings, segment);
            case ALLOW -> {}
        }
    }

    private void limit(String value, Consumer<Finding> findings, Elements segment) {
        int length = value.codePointCount(0, value.length());
        if (rule.maxLength() > 0 && length > rule.maxLength()) {
            var why =
                    "%s has %d characters; the partner's guide allows %d."
                            .formatted(field.name(), length, rule.maxLength());
            say(findings, segment, DocumentProblem.GUIDE_ELEMENT_TOO_LONG, why);
        }
        if (!value.isEmpty() && !rule.codes().isEmpty() && !rule.codes().contains(value)) {
            var why = "The partner's guide has " + String.join(", ", rule.codes()) + ".";
            say(findings, segment, DocumentProblem.GUIDE_CODE_FORBIDDEN, why);
        }
    }

    private void say(
            Consumer<Finding> findings, Elements segment, DocumentProblem problem, String why) {
        // As the standard's own lengths and codes, these leave the meaning clear.
        var severity = rule.verb() == Guide.Verb.LIMIT ? Severity.WARNING : Severity.ERROR;
        findings.accept(
                segment.finding(problem, severity, field.element(), field.component(), why));
    }
}
