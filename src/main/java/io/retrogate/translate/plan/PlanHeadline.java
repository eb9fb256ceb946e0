package io.retrogate.translate.plan;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.retrogate.returns.Kind;
import io.retrogate.returns.ReturnMessage;
import io.retrogate.translate.message.Completion;

/** What a message says of itself as a whole: its envelope, what it is about, its findings. */
final class PlanHeadline {

    private final int documentNumber;
    private final int rma;
    private final int number;
    private final int requestNumber;
    private final int validation;

    PlanHeadline(PlanKeys keys) {
        documentNumber = keys.number("documentNumber");
        rma = keys.number("rma");
        number = keys.number("number");
        requestNumber = keys.number("requestNumber");
        validation = keys.number("validation");
    }

    /** The findings with which the document was accepted all the same. */
    void findings(PlanRun run) {
        var findings = run.task().transaction().findings();
        if (findings.isEmpty()) {
            return;
        }
        var tree = JsonNodeFactory.instance.objectNode();
        Completion.addFindings(tree, findings);
        int from = run.scratch().size();
        run.scratch().add(tree.get("validation").toString());
        int cell = run.draft().addLate(0, validation);
        run.draft().fill(cell, PlanCell.JSON, from, run.scratch().size());
    }

    ReturnMessage message(PlanRun run, Kind kind) {
        var head = run.task().envelope().head(run.task().transaction(), kind);
        var json = new PlanJson(run, run.out(), null).write(head.json());
        var draft = run.draft();
        var rmaObject = draft.inner(0, rma);
        var authorised = PlanJson.text(run, draft.cell(rmaObject, number));
        return new ReturnMessage(
                json,
                head.id(),
                kind,
                PlanJson.text(run, draft.cell(0, documentNumber)),
                authorised.isEmpty()
                        ? PlanJson.text(run, draft.cell(rmaObject, requestNumber))
                        : authorised);
    }
}
