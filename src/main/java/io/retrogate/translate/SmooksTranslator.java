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
import io.retrogate.translate.smooks.RecordDefect;
import io.retrogate.translate.smooks.SmooksEngine;
import io.retrogate.translate.smooks.SmooksProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps the Smooks configurations of the partners' folders, and asks them. */
final class SmooksTranslator implements FileTranslator {

    private static final String ENDING = ".smooks.xml";

    /** By folder, then by file: those that serve, whatever lies on the disk by now. */
    private final Map<Path, Map<Path, SmooksEngine>> serving = new ConcurrentHashMap<>();

    private final ReturnMessageSchema schema = ReturnMessageSchema.builtIn();

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
            result = engine(partner.folder(), agreement).read(in);
        }
        var envelope = new FileEnvelope(agreement.message(), partner, origin);
        var defects = new ArrayList<>(result.defects());
        var trees = new ArrayList<ObjectNode>();
        for (var message : result.messages()) {
            int ordinal = trees.size() + 1;
            var shaping = new MessageShaping(ordinal);
            trees.add(envelope.around(shaping.message(message), ordinal));
            defects.addAll(shaping.defects());
            if (defects.stream().noneMatch(it -> it.document() == ordinal)) {
                schema.problems(trees.get(ordinal - 1))
                        .forEach(it -> defects.add(invalid(ordinal, it)));
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

    private static RecordDefect invalid(int document, String sentence) {
        var text = "The return message would not be valid: " + sentence + ".";
        return new RecordDefect(DocumentProblem.VALUE_REQUIRED, document, 0, 0, "", text);
    }

    private static RecordDefect empty() {
        var text = "There is no document in the file.";
        return new RecordDefect(DocumentProblem.FILE_UNREADABLE, 0, 0, 0, "", text);
    }

    private SmooksEngine engine(Path folder, DocumentAgreement agreement) {
        var file = folder.resolve(agreement.mapping());
        // Offline no folder is ever activated.
        return serving.computeIfAbsent(folder, it -> new ConcurrentHashMap<>())
                .computeIfAbsent(file, SmooksEngine::read);
    }

    @Override
    public List<FolderProblem> check(Path folder) {
        var problems = new ArrayList<FolderProblem>();
        for (var file : configurations(folder)) {
            try {
                SmooksEngine.read(file);
            } catch (GatewayException e) {
                var text = String.valueOf(e.getMessage());
                problems.add(new FolderProblem(e.code(), file, 0, text));
            }
        }
        return problems;
    }

    @Override
    public void activate(Path folder) {
        var engines = new ConcurrentHashMap<Path, SmooksEngine>();
        configurations(folder).forEach(it -> engines.put(it, SmooksEngine.read(it)));
        serving.put(folder, engines);
    }

    @Override
    public void withdraw(Path folder) {
        serving.remove(folder);
    }

    private static List<Path> configurations(Path folder) {
        var mapping = folder.resolve("mapping");
        if (!Files.isDirectory(mapping)) {
            return List.of();
        }
        try (var files = Files.list(mapping)) {
            return files.filter(it -> it.toString().endsWith(ENDING)).sorted().toList();
        } catch (IOException e) {
            throw new GatewayException(SmooksProblem.SMOOKS_UNUSABLE, mapping.toString(), e);
        }
    }
}
