package io.retrogate.translate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retrogate.edi.Content;
import io.retrogate.edi.DocumentProblem;
import io.retrogate.edi.GatewayException;
import io.retrogate.partner.DocumentAgreement;
import io.retrogate.partner.FolderProblem;
import io.retrogate.partner.TradingPartner;
import io.retrogate.returns.Origin;
import io.retrogate.returns.ReturnMessage;
import io.retrogate.returns.ReturnMessageSchema;
import io.retrogate.returns.TranslatedDocument;
import io.retrogate.returns.TranslatedInterchange;
import io.retrogate.translate.files.FileEnvelope;
import io.retrogate.translate.files.FileForm;
import io.retrogate.translate.files.FileReport;
import io.retrogate.translate.shape.FileDocument;
import io.retrogate.translate.shape.MessageShaping;
import io.retrogate.translate.shape.TableShelf;
import io.retrogate.translate.smooks.RecordDefect;
import io.retrogate.translate.smooks.SmooksEngine;
import io.retrogate.translate.smooks.SmooksEngines;
import io.retrogate.translate.text.TranslateProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Translates files by the Smooks configurations that agreements name for them. */
final class SmooksTranslator implements FileTranslator {

    private final SmooksEngines engines;
    private final TableShelf tables = new TableShelf();
    private final ReturnMessageSchema schema = ReturnMessageSchema.builtIn();

    SmooksTranslator(SmooksEngines engines) {
        this.engines = engines;
    }

    @Override
    public Optional<TranslatedInterchange> translate(
            Content content, TradingPartner partner, Origin origin) {
        try {
            var agreement = FileForm.agreed(content, partner);
            return agreement.isEmpty()
                    ? Optional.empty()
                    : Optional.of(translate(content, partner, agreement.get(), origin));
        } catch (IOException e) {
            throw new GatewayException(
                    TranslateProblem.CONTENT_UNREADABLE, origin.transmission(), e);
        }
    }

    private TranslatedInterchange translate(
            Content content, TradingPartner partner, DocumentAgreement agreement, Origin origin)
            throws IOException {
        SmooksEngine.Result result;
        try (var in = content.open()) {
            result = engines.of(partner.folder(), agreement).read(in);
        }
        var envelope = new FileEnvelope(agreement.message(), partner, origin);
        var defects = new ArrayList<>(result.defects());
        var trees = new ArrayList<ObjectNode>();
        for (var message : result.messages()) {
            int ordinal = trees.size() + 1;
            var document = new FileDocument(ordinal, tables);
            var shaped = new MessageShaping(document).message(message);
            trees.add(envelope.around(shaped, ordinal));
            defects.addAll(document.defects());
            if (defects.stream().noneMatch(it -> it.document() == ordinal)) {
                int line = MessageShaping.part(message, 0);
                schema.problems(trees.get(ordinal - 1))
                        .forEach(it -> defects.add(invalid(ordinal, line, it)));
            }
        }
        if (trees.isEmpty() && defects.isEmpty()) {
            defects.add(empty());
        }
        return handed(
                new FileReport(agreement.message(), content.size(), trees.size(), defects), trees);
    }

    private static TranslatedInterchange handed(FileReport report, List<ObjectNode> trees) {
        var documents = new ArrayList<TranslatedDocument>();
        for (int i = 1; i <= trees.size(); i++) {
            if (report.usable(i)) {
                documents.add(new TranslatedDocument(i, new ReturnMessage(trees.get(i - 1))));
            }
        }
        return new TranslatedInterchange(report.interchange(), documents);
    }

    private static RecordDefect invalid(int document, int line, String sentence) {
        var text = "The return message would not be valid: " + sentence + ".";
        return new RecordDefect(DocumentProblem.VALUE_REQUIRED, document, line, 0, "", text);
    }

    private static RecordDefect empty() {
        var text = "There is no document in the file.";
        return new RecordDefect(DocumentProblem.FILE_UNREADABLE, 0, 0, 0, "", text);
    }

    @Override
    public List<FolderProblem> check(Path folder) {
        return engines.check(folder);
    }

    @Override
    public void activate(Path folder) {
        engines.activate(folder);
    }

    @Override
    public void withdraw(Path folder) {
        engines.withdraw(folder);
    }
}
