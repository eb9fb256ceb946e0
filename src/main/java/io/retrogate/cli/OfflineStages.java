package io.retrogate.cli;

import io.retrogate.acknowledge.Acknowledger;
import io.retrogate.deliver.Deliverer;
import io.retrogate.edi.schema.Schemas;
import io.retrogate.partner.PartnerFolders;
import io.retrogate.translate.CoverageMeter;
import io.retrogate.translate.FileTranslator;
import io.retrogate.translate.Renderer;
import io.retrogate.translate.Translator;
import io.retrogate.validate.Validator;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The stages as they are in the gateway, without Spring and database. */
final class OfflineStages implements Stages {

    private final Schemas schemas = Schemas.builtIn();
    private @Nullable Renderer renderer;

    @Override
    public Validator validator() {
        return validator(Runtime.getRuntime().availableProcessors());
    }

    @Override
    public Validator validator(int threads) {
        OfflineProcess.prepare();
        return Validator.overSchemas(schemas, threads);
    }

    @Override
    public Translator translator() {
        return translator(1);
    }

    @Override
    public Translator translator(int threads) {
        OfflineProcess.prepare();
        return Translator.builtIn(schemas, threads);
    }

    @Override
    public FileTranslator files() {
        OfflineProcess.prepare();
        return FileTranslator.bySmooks();
    }

    @Override
    public Renderer renderer() {
        OfflineProcess.prepare();
        var known = renderer;
        if (known == null) {
            known = Renderer.builtIn(schemas);
            renderer = known;
        }
        return known;
    }

    @Override
    public Acknowledger acknowledger() {
        return Acknowledger.byTables(schemas);
    }

    @Override
    public CoverageMeter coverageMeter() {
        return CoverageMeter.builtIn(schemas);
    }

    @Override
    public Folder folder(Path folder) {
        OfflineProcess.prepare();
        var check =
                PartnerFolders.check(
                        folder,
                        Validator.guides(schemas),
                        Translator.mappings(schemas),
                        files(),
                        Deliverer.templates());
        return new Folder(check.partner(), check.problems());
    }
}
