package io.retrogate;

import io.retrogate.archive.Archive;
import io.retrogate.archive.ArchiveAddress;
import io.retrogate.edi.GatewayException;
import io.retrogate.ledger.Failpoint;
import io.retrogate.ledger.Failpoints;
import io.retrogate.ledger.Ledger;
import io.retrogate.ledger.SettlementOutcome;
import io.retrogate.ledger.Transmission;
import io.retrogate.partner.Partners;
import io.retrogate.returns.Origin;
import io.retrogate.translate.FileTranslator;
import io.retrogate.translate.Translator;
import io.retrogate.validate.Validator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Where a transmission stops on its way; each method is one step of the spine. */
@Component
final class Stations {

    private final Ledger ledger;
    private final Partners partners;
    private final Archive archive;
    private final Validator validator;
    private final Translator translator;
    private final FileTranslator files;
    private final SettlementPlan plan;
    private final Failpoints failpoints;

    Stations(
            Ledger ledger,
            Partners partners,
            Archive archive,
            Validator validator,
            Translator translator,
            FileTranslator files,
            SettlementPlan plan,
            Failpoints failpoints) {
        this.ledger = ledger;
        this.partners = partners;
        this.archive = archive;
        this.validator = validator;
        this.translator = translator;
        this.files = files;
        this.plan = plan;
        this.failpoints = failpoints;
    }

    /** Empty if somebody has settled it already: the broker may bring it twice. */
    Optional<Passage> take(UUID id) {
        failpoints.reach(Failpoint.TRANSMISSION_TAKEN);
        return ledger.transmission(id)
                .filter(t -> t.state() == Transmission.State.RECEIVED)
                .map(this::open);
    }

    private Passage open(Transmission transmission) {
        var partner =
                partners.named(transmission.partner())
                        .orElseThrow(
                                () ->
                                        new GatewayException(
                                                RootProblem.PARTNER_GONE, transmission.partner()));
        var content = archive.open(new ArchiveAddress(transmission.payloadAddress()));
        return new Passage(transmission, partner, content, List.of(), List.of());
    }

    /** A file without an envelope goes straight to its translation, which judges it, too. */
    Passage validate(Passage passage) {
        var file = files.translate(passage.content(), passage.partner(), origin(passage));
        return file.isPresent()
                ? passage.translated(List.of(file.get()))
                : passage.judged(
                        validator.validate(passage.content(), Optional.of(passage.partner())));
    }

    Passage translate(Passage passage) {
        if (!passage.translated().isEmpty()) {
            return passage;
        }
        var origin = origin(passage);
        return passage.translated(
                passage.reports().stream()
                        .map(
                                report ->
                                        translator.translate(
                                                passage.content(),
                                                report,
                                                origin,
                                                Optional.of(passage.partner())))
                        .toList());
    }

    private static Origin origin(Passage passage) {
        var transmission = passage.transmission();
        return new Origin(
                transmission.id().toString(), transmission.partner(), transmission.receivedAt());
    }

    /**
     * F2 and C4. An interchange that came before is answered as a duplicate, and goes no further.
     */
    void settle(Passage passage) {
        var kept = plan.keep(passage);
        failpoints.reach(Failpoint.TRANSLATED);
        var outcome = ledger.settle(plan.of(kept, Set.of()));
        if (outcome.result() == SettlementOutcome.Result.DUPLICATE_INTERCHANGE) {
            ledger.settle(plan.of(kept, outcome.duplicates()));
        }
        failpoints.reach(Failpoint.SETTLED);
    }

    void fail(UUID transmission, String problem) {
        ledger.fail(transmission, problem);
    }
}
