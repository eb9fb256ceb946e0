package io.retrogate.deliver;

import freemarker.core.ParseException;
import freemarker.template.TemplateException;
import io.retrogate.edi.GatewayException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What FreeMarker says of a template, in one sentence.
 *
 * @param file of the endpoint's folder; empty if unknown
 * @param line from 1; 0 if unknown
 */
record TemplateFlaw(String file, int line, String sentence) {

    static TemplateFlaw of(TemplateException e) {
        int line = e.getLineNumber() == null ? 0 : e.getLineNumber();
        return new TemplateFlaw(
                name(e.getTemplateSourceName()), line, shortened(e.getMessageWithoutStackTop()));
    }

    static TemplateFlaw of(ParseException e) {
        return new TemplateFlaw(
                name(e.getTemplateName()), e.getLineNumber(), shortened(e.getEditorMessage()));
    }

    private static String name(@Nullable String given) {
        return given == null ? "" : given;
    }

    /** What is wrong, and in FreeMarker's next line with what. */
    private static String shortened(@Nullable String message) {
        return message == null
                ? "It cannot be used."
                : message.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .limit(2)
                        .collect(Collectors.joining(" "));
    }

    GatewayException failure(DeliverProblem problem, Throwable cause) {
        return new GatewayException(problem, file + ":" + line + ": " + sentence, cause);
    }
}
