package io.retrogate.cli;

import io.retrogate.edi.GatewayException;
import io.retrogate.partner.TradingPartner;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every offline command understands. */
final class OfflineOptions {

    @Option(
            names = "--partner",
            paramLabel = "DIR",
            description = "Apply the agreement, guide and mappings of this partner folder.")
    private @Nullable Path folder;

    /** Fails with CLI-002 if the folder was named and is not a sound partner folder. */
    Optional<TradingPartner> partner(Stages stages, Terminal terminal) {
        var named = folder;
        if (named == null) {
            return Optional.empty();
        }
        var read = stages.folder(named);
        read.problems().forEach(p -> terminal.err().println(Text.printable(p.toString())));
        if (!read.good() || read.partner().isEmpty()) {
            throw new GatewayException(
                    CliProblem.FOLDER_UNUSABLE, named + " is not a sound partner folder.");
        }
        return read.partner();
    }
}
