package io.retrogate.cli;

import io.retrogate.partner.FolderProblem;
import io.retrogate.partner.PartnerProblem;
import io.retrogate.partner.TradingPartner;
import io.retrogate.returns.MappingCoverage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the samples of a partner show of the mappings that read them. */
final class SampleCoverage {

    private final Path samples;
    private final List<MappingCoverage> found;

    SampleCoverage(Stages stages, TradingPartner partner, Path folder) {
        samples = folder.resolve("samples");
        var meter = stages.coverageMeter();
        var agreed = Optional.of(partner);
        for (var sample : Sample.in(folder)) {
            var content = sample.content();
            for (var report : stages.validator().validate(content, agreed)) {
                meter.look(content, report, agreed);
            }
        }
        found = meter.found();
    }

    /** A warning for each path to something that no rule reads. */
    List<FolderProblem> problems() {
        return found.stream().flatMap(this::problems).toList();
    }

    private Stream<FolderProblem> problems(MappingCoverage coverage) {
        return coverage.unread().entrySet().stream()
                .map(entry -> unread(coverage, entry.getKey(), entry.getValue()));
    }

    private FolderProblem unread(MappingCoverage coverage, String path, int times) {
        return new FolderProblem(
                PartnerProblem.POSITION_UNREAD,
                samples,
                0,
                "%s of %s is there %s and no rule reads it."
                        .formatted(
                                path, coverage.message(), times == 1 ? "once" : times + " times"));
    }

    /** One line for each kind of document. */
    Stream<String> summary() {
        return found.stream()
                .map(
                        it ->
                                "%s: %d documents use %d of %d rules (%d %%)"
                                        .formatted(
                                                it.message(),
                                                it.documents(),
                                                it.rules() - it.unused().size(),
                                                it.rules(),
                                                it.percent()));
    }
}
