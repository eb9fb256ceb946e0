package io.retrogate.translate.rule;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.schibsted.spt.data.jslt.JsltException;
import io.retrogate.returns.ReturnMessageSchema;
import io.retrogate.translate.message.TargetShape;
import io.retrogate.translate.text.YamlPart;
import io.retrogate.translate.tree.Spot;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The expressions of a mapping, and the JSON Schema that their results must not break. */
public final class Expressions {

    private final List<MessageExpression> all;
    private final @Nullable ReturnMessageSchema schema;

    private Expressions(List<MessageExpression> all) {
        this.all = List.copyOf(all);
        schema = all.isEmpty() ? null : ReturnMessageSchema.builtIn();
    }

    public static Expressions compile(Map<String, YamlPart> texts, TargetShape message) {
        return new Expressions(ExpressionCompiler.compile(texts, message));
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** In the order in which they are written; one that fails refuses the document. */
    public void compute(ObjectNode message, Spot root, Translation translation) {
        if (schema == null) {
            return;
        }
        for (var expression : all) {
            try {
                expression.apply(message);
            } catch (JsltException | StackOverflowError e) {
                translation.uncomputable(root, expression.target() + ": " + e.getMessage());
                return;
            }
        }
        for (var problem : schema.problems(message)) {
            translation.uncomputable(root, problem);
        }
    }
}
