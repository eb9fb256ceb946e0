package io.retrogate.translate.smooks;

import io.retrogate.edi.GatewayException;
import io.retrogate.partner.DocumentAgreement;
import io.retrogate.partner.FolderPart;
import io.retrogate.partner.FolderProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The Smooks configurations of the partners' folders, each started once. */
public final class SmooksEngines implements FolderPart {

    private static final String ENDING = ".smooks.xml";

    /** By folder, then by file: those that serve, whatever lies on the disk by now. */
    private final Map<Path, Map<Path, SmooksEngine>> serving = new ConcurrentHashMap<>();

    public SmooksEngine of(Path folder, DocumentAgreement agreement) {
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
                problems.add(new FolderProblem(e.code(), file, 0, explanation(e, file)));
            }
        }
        return problems;
    }

    /** What the problem itself says already, id and file, is left out. */
    private static String explanation(GatewayException failure, Path file) {
        var text = String.valueOf(failure.getMessage());
        var known = failure.code().id() + " " + file + ": ";
        return (text.startsWith(known) ? text.substring(known.length()) : text) + ".";
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
