package io.retrogate.translate.rule;

import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.JsltException;
import com.schibsted.spt.data.jslt.Parser;
import io.retrogate.edi.GatewayException;
import io.retrogate.translate.message.Destination;
import io.retrogate.translate.message.TargetShape;
import io.retrogate.translate.message.TargetShape.Sort;
import io.retrogate.translate.text.MappingLine;
import io.retrogate.translate.text.TranslateProblem;
import io.retrogate.translate.text.YamlPart;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Compiles the {@code expr} part of a mapping; each target is checked like that of a rule. */
final class ExpressionCompiler {

    /** What identifies the document, or says what the gateway found. */
    private static final Set<String> UNTOUCHABLE =
            Set.of("id", "schemaVersion", "kind", "envelope", "partner", "validation", "source");

    /** They say something else each time; a document translated again must give the same. */
    private static final Pattern UNSTEADY =
            Pattern.compile("(?<![\\w$.-])(now|random|uuid)\\s*\\(");

    private ExpressionCompiler() {}

    static List<MessageExpression> compile(Map<String, YamlPart> texts, TargetShape message) {
        return texts.entrySet().stream()
                .map(entry -> one(entry.getKey(), entry.getValue(), message))
                .toList();
    }

    private static MessageExpression one(String target, YamlPart part, TargetShape message) {
        var lists = new ArrayList<Destination>();
        var shape = message;
        var rest = target;
        for (int at = rest.indexOf("[]."); at >= 0; at = rest.indexOf("[].")) {
            var list = Destination.parse(rest.substring(0, at + 2), part.line(), shape);
            lists.add(list);
            shape = list.shape();
            rest = rest.substring(at + 3);
        }
        var to = Destination.parse(rest, part.line(), shape);
        boolean own = lists.isEmpty() && UNTOUCHABLE.contains(to.first());
        if (own || to.list() || (!lists.isEmpty() && !isObjects(lists))) {
            throw part.line()
                    .problem(
                            TranslateProblem.TARGET_UNKNOWN,
                            "'" + target + "' is no member that an expression may compute");
        }
        return new MessageExpression(target, List.copyOf(lists), to, jslt(part));
    }

    private static boolean isObjects(List<Destination> lists) {
        return lists.stream().allMatch(list -> list.shape().sort() == Sort.OBJECT);
    }

    private static Expression jslt(YamlPart part) {
        var text = part.text();
        var unsteady = UNSTEADY.matcher(text);
        if (unsteady.find()) {
            throw invalid(part.textLine(1), unsteady.group(1) + "() says something else each time");
        }
        try {
            return new Parser(new StringReader(text))
                    .withResourceResolver(
                            name -> {
                                throw new JsltException("nothing can be imported");
                            })
                    .compile();
        } catch (JsltException e) {
            throw invalid(part.textLine(Math.max(1, e.getLine())), e.getMessageWithoutLocation());
        }
    }

    private static GatewayException invalid(MappingLine line, String why) {
        var first = why.lines().findFirst().orElse("");
        return line.problem(TranslateProblem.EXPRESSION_INVALID, "JSLT: " + first);
    }
}
