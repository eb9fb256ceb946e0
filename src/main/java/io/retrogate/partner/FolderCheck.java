package io.retrogate.partner;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a look at one folder says, without taking it into use.
 *
 * @param partner if the folder describes one and is good
 * @param endpoint if the folder describes one and is good
 */
public record FolderCheck(
        Path folder,
        Optional<TradingPartner> partner,
        Optional<Endpoint> endpoint,
        List<FolderProblem> problems) {

    public FolderCheck {
        problems = List.copyOf(problems);
    }

    /** The partner's or endpoint's name, which is that of the folder. */
    public String name() {
        return FolderReader.nameOf(folder);
    }

    /** Whether the folder could go live; warnings do not count. */
    public boolean good() {
        return problems.stream().allMatch(FolderProblem::isWarning);
    }
}
