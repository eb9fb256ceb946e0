package io.retrogate.translate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retrogate.edi.FindingsJoin;
import io.retrogate.edi.TransactionReport;
import io.retrogate.returns.ReturnMessage;
import io.retrogate.translate.message.Completion;
import io.retrogate.translate.message.Target;
import io.retrogate.translate.plan.PlanTask;
import io.retrogate.translate.rule.Translation;
import io.retrogate.translate.tree.Loop;
import io.retrogate.translate.tree.LoopReader;
import io.retrogate.translate.tree.Segment;
import io.retrogate.translate.tree.Spot;
import io.retrogate.translate.tree.Wire;
import java.util.Optional;

/** The reference lane: every rule as it is written, and whatever is found on the way. */
final class RuleLane {

    private final LoopReader.Document document;
    private final Target target = new Target();

    private RuleLane(byte[] bytes, Mapping mapping, PlanTask task) {
        var translation = task.translation();
        var wire = new Wire(bytes, task.header().delimiters(), task.characters());
        var segments = Segment.allOf(wire);
        segments.removeIf(translation::passesOver);
        document = mapping.read(segments);
        var root = Spot.of(document.root());
        document.orphans().forEach(orphan -> translation.orphan(document.root(), orphan));
        var kind = mapping.kind(root, translation);
        translation.decide(kind.label());
        task.envelope().write(target, task.transaction(), kind);
        mapping.write(root, target, translation);
    }

    /** Empty if something was found that refuses the document. */
    static Optional<ReturnMessage> message(byte[] bytes, Mapping mapping, PlanTask task) {
        var lane = new RuleLane(bytes, mapping, task);
        var translation = task.translation();
        if (translation.failed()) {
            return Optional.empty();
        }
        var tree = lane.target.finish();
        Completion.linkPackages(tree);
        if (translation.holdsBack()) {
            Completion.dropTotals(tree);
        }
        mapping.expressions().compute(tree, Spot.of(lane.document.root()), translation);
        return translation.failed()
                ? Optional.empty()
                : Optional.of(finished(tree, task.transaction(), translation));
    }

    /** The document after every rule has looked at it; no message is made. */
    static Loop looked(byte[] bytes, Mapping mapping, PlanTask task) {
        return new RuleLane(bytes, mapping, task).document.root();
    }

    /** The message with the findings that it was accepted with. */
    static ReturnMessage finished(
            ObjectNode tree, TransactionReport transaction, Translation translation) {
        Completion.addFindings(
                tree, FindingsJoin.join(transaction.findings(), translation.findings()));
        return new ReturnMessage(tree);
    }
}
