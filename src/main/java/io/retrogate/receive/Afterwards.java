package io.retrogate.receive;

import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import org.apache.camel.CamelContext;
import org.apache.camel.Expression;
import org.apache.camel.component.file.GenericFileProcessStrategy;
import org.apache.camel.component.file.strategy.GenericFileDeleteProcessStrategy;
import org.apache.camel.component.file.strategy.GenericFileExpressionRenamer;
import org.apache.camel.component.file.strategy.GenericFileNoOpProcessStrategy;

/** What becomes of a file at the partner's once it is ours. */
enum Afterwards {
    MOVE,
    DELETE,
    /** We remember it ourselves: Camel's own memory would not see that a content has changed. */
    KEEP;

    static Afterwards of(TemplateParameters parameters) {
        String text = parameters.text("after");
        var found =
                Arrays.stream(values())
                        .filter(a -> a.name().toLowerCase(Locale.ROOT).equals(text))
                        .findAny()
                        .orElseThrow(
                                () ->
                                        TemplateParameters.wrong(
                                                "after",
                                                "is move, delete or keep, not '" + text + "'"));
        if (found == MOVE && parameters.text("done").isBlank()) {
            throw TemplateParameters.wrong("done", "is empty, so a file would move onto itself");
        }
        return found;
    }

    GenericFileProcessStrategy<Object> strategy(CamelContext camel, String done, Clock clock) {
        return switch (this) {
            case KEEP -> new GenericFileNoOpProcessStrategy<>();
            case DELETE -> new GenericFileDeleteProcessStrategy<>();
            case MOVE -> {
                Expression target =
                        camel.resolveLanguage("file")
                                .createExpression("${file:parent}/" + done + "/${file:onlyname}");
                target.init(camel);
                var move = new MoveAside(clock);
                move.setCommitRenamer(new GenericFileExpressionRenamer<>(target));
                yield move;
            }
        };
    }
}
