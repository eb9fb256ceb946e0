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
import io.retrogate.translate.FileTranslator;
import io.retrogate.translate.Translator;
import io.retrogate.validate.Validator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
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
    private final Instalments instalments;
    private final Failpoints failpoints;
    private final Set<UUID> atWork = ConcurrentHashMap.newKeySet();

    Stations(
            Ledger ledger,
            Partners partners,
            Archive archive,
            Validator validator,
            Translator translator,
            FileTranslator files,
            SettlementPlan plan,
            Instalments instalments,
            Failpoints failpoints) {
        this.ledger = ledger;
        this.partners = partners;
        this.archive = archive;
        this.validator = validator;
        this.translator = translator;
        this.files = files;
        this.plan = plan;
        this.instalments = instalments;
        this.failpoints = failpoints;
    }

    /**
     * Empty if somebody has settled it already, or is at it in this process: the broker may bring
     * it twice, and the sweeper brings again what takes long.
     */
    Optional<Passage> take(UUID id) {
        failpoints.reach(Failpoint.TRANSMISSION_TAKEN);
        if (!atWork.add(id)) {
            return Optional.empty();
        }
        var passage =
                leavingOnFailure(
                        id,
                        () ->
                                ledger.transmission(id)
                                        .filter(t -> t.state() == Transmission.State.RECEIVED)
                                        .map(this::open));
        if (passage.isEmpty()) {
            atWork.remove(id);
        }
        return passage;
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
        return leavingOnFailure(passage.transmission().id(), () -> validated(passage));
    }

    private Passage validated(Passage passage) {
        var file = files.translate(passage.content(), passage.partner(), passage.origin());
        return file.isPresent()
                ? passage.translated(List.of(file.get()))
                : passage.judged(
                        validator.validate(passage.content(), Optional.of(passage.partner())));
    }

    /** What is too large to be translated at once stays as it is, and is when it is settled. */
    Passage translate(Passage passage) {
        return leavingOnFailure(passage.transmission().id(), () -> translated(passage));
    }

    private Passage translated(Passage passage) {
        if (!passage.translated().isEmpty() || instalments.areFor(passage.reports())) {
            return passage;
        }
        return passage.translated(
                passage.reports().stream()
                        .map(
                                report ->
                                        translator.translate(
                                                passage.content(),
                                                report,
                                                passage.origin(),
                                                Optional.of(passage.partner())))
                        .toList());
    }

    /**
     * F2 and C4. An interchange that came before is answered as a duplicate, and goes no further.
     */
    void settle(Passage passage) {
        try {
            if (passage.translated().isEmpty()) {
                instalments.settle(passage);
            } else {
                settleAtOnce(passage);
            }
        } finally {
            atWork.remove(passage.transmission().id());
        }
    }

    private void settleAtOnce(Passage passage) {
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

    private <T> T leavingOnFailure(UUID id, Supplier<T> work) {
        boolean done = false;
        try {
            var result = work.get();
            done = true;
            return result;
        } finally {
            if (!done) {
                atWork.remove(id);
            }
        }
    }
}
