package io.retrogate.cli;

import io.retrogate.acknowledge.Acknowledger;
import io.retrogate.partner.FolderProblem;
import io.retrogate.partner.TradingPartner;
import io.retrogate.translate.CoverageMeter;
import io.retrogate.translate.FileTranslator;
import io.retrogate.translate.Renderer;
import io.retrogate.translate.Translator;
import io.retrogate.validate.Validator;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The stages that the offline commands run, each made when it is first needed. */
interface Stages {

    /** One that shares large contents out to all processors. */
    Validator validator();

    /** One that shares large contents out to so many threads. */
    Validator validator(int threads);

    Translator translator();

    /** One that shares large interchanges out to so many threads. */
    Translator translator(int threads);

    FileTranslator files();

    Renderer renderer();

    Acknowledger acknowledger();

    /** A new one, which has seen nothing yet. */
    CoverageMeter coverageMeter();

    /** Reads a partner's or an endpoint's folder. */
    Folder folder(Path folder);

    /**
     * A folder as it was read.
     *
     * @param partner empty if it is an endpoint's, or too broken to say
     */
    record Folder(Optional<TradingPartner> partner, List<FolderProblem> problems) {
        public Folder {
            problems = List.copyOf(problems);
        }

        /** Warnings do not count. */
        boolean good() {
            return problems.stream().allMatch(FolderProblem::isWarning);
        }
    }
}
