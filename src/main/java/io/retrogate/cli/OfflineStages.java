package io.retrogate.cli;

import io.retrogate.acknowledge.Acknowledger;
import io.retrogate.translate.Translator;
import io.retrogate.validate.Validator;
import java.nio.file.Path;

/** The stages as they are in the gateway, without Spring and database. */
final class OfflineStages implements Stages {

    @Override
    public Validator validator() {
        OfflineLogging.quiet();
        throw new UnsupportedOperationException("Validator.overSchemas(Schemas.builtIn())");
    }

    @Override
    public Translator translator() {
        throw new UnsupportedOperationException("Translator.builtIn(Schemas.builtIn())");
    }

    @Override
    public Acknowledger acknowledger() {
        return Acknowledger.byTables();
    }

    @Override
    public Folder folder(Path folder) {
        OfflineLogging.quiet();
        throw new UnsupportedOperationException("PartnerFolders.check(" + folder + ")");
    }
}
