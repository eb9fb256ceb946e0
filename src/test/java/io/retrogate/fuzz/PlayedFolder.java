package io.retrogate.fuzz;

import io.retrogate.edi.schema.Schemas;
import io.retrogate.partner.FolderCheck;
import io.retrogate.partner.FolderProblem;
import io.retrogate.partner.PartnerFolders;
import io.retrogate.translate.Translator;
import io.retrogate.validate.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A partner's folder that is good, but for one file. */
final class PlayedFolder {

    private static final Schemas SCHEMAS = Schemas.builtIn();

    private final Path folder;
    private final Path file;

    PlayedFolder(String file) {
        try {
            folder = Files.createDirectory(Files.createTempDirectory("fuzz").resolve("acme"));
            this.file = folder.resolve(file);
            Files.createDirectories(this.file.getParent());
            Files.copy(
                    Path.of("edi-samples", "partners", "acme", "agreement.yaml"),
                    folder.resolve("agreement.yaml"));
            var erp = Files.createDirectory(folder.resolveSibling("erp"));
            Files.copy(
                    Path.of("edi-samples", "partners", "erp", "endpoint.yaml"),
                    erp.resolve("endpoint.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One whose parts were asked once, so that their schemas and classes are there. */
    static PlayedFolder warm(String file) {
        var played = new PlayedFolder(file);
        played.with(new byte[0]);
        return played;
    }

    /** Either good, or each problem names its file, and the line if it is in one. */
    FolderCheck with(byte[] text) {
        try {
            Files.write(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var check =
                PartnerFolders.check(
                        folder, Validator.guides(SCHEMAS), Translator.mappings(SCHEMAS));
        for (var problem : check.problems()) {
            Stages.require(!problem.code().id().equals("PRT-025"), problem.toString());
            Stages.require(problem.file().startsWith(folder), problem.toString());
            Stages.require(!problem.explanation().isBlank(), problem.toString());
        }
        Stages.require(
                check.good() == check.partner().isPresent(),
                check.problems().stream().map(FolderProblem::toString).toList().toString());
        return check;
    }
}
