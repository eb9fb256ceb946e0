package io.retrogate;

import io.retrogate.edi.Duplicates;
import io.retrogate.edi.InterchangeReport;
import io.retrogate.edi.TransactionReport;
import io.retrogate.ledger.Failpoint;
import io.retrogate.ledger.Failpoints;
import io.retrogate.ledger.Instalment;
import io.retrogate.ledger.Ledger;
import io.retrogate.ledger.Progress;
import io.retrogate.ledger.SettledDocument;
import io.retrogate.ledger.SettledInterchange;
import io.retrogate.ledger.SettlementOutcome;
import io.retrogate.returns.TranslatedDocument;
import io.retrogate.translate.Translator;

import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Translates and settles a large transmission in instalments, so that memory does not grow with it.
 * Translating is a pure function: after a crash it is done again from the start, and what is
 * settled already is passed over.
 */
@Component
final class Instalments {

    private final Ledger ledger;
    private final Translator translator;
    private final SettlementPlan plan;
    private final Failpoints failpoints;
    private final int size;

    Instalments(
            Ledger ledger,
            Translator translator,
            SettlementPlan plan,
            Failpoints failpoints,
            SettleProperties properties) {
        this.ledger = ledger;
        this.translator = translator;
        this.plan = plan;
        this.failpoints = failpoints;
        this.size = properties.instalment();
    }

    /** Whether it is more than is translated and committed at once. */
    boolean areFor(List<InterchangeReport> reports) {
        return reports.stream()
                .flatMap(InterchangeReport::transactions)
                .skip(size)
                .findAny()
                .isPresent();
    }

    /** Ends early if somebody else settles the same transmission. */
    void settle(Passage passage) {
        try {
            new Course(passage).run();
        } catch (OvertakenException e) {
            return;
        }
        failpoints.reach(Failpoint.SETTLED);
    }

    /** One transmission on its way from instalment to instalment. */
    private final class Course {

        private final Passage passage;
        private final List<SettledDocument> waiting = new ArrayList<>();
        private Progress progress;

        Course(Passage passage) {
            this.passage = passage;
            this.progress = ledger.progress(passage.transmission().id());
        }

        void run() {
            var seen = new HashSet<String>();
            for (int i = 1; i <= passage.reports().size(); i++) {
                var report = passage.reports().get(i - 1);
                var key = Duplicates.key(report);
                boolean repeated = !key.isEmpty() && !seen.add(key);
                if (i >= progress.interchange()) {
                    settle(report, repeated);
                }
            }
        }

        private void settle(InterchangeReport report, boolean repeated) {
            try {
                if (repeated) {
                    throw new DuplicateException();
                }
                var transactions = report.transactions().toList();
                var joined =
                        translator.translate(
                                passage.content(),
                                report,
                                passage.origin(),
                                Optional.of(passage.partner()),
                                document -> take(document, report, transactions));
                close(joined);
            } catch (DuplicateException e) {
                waiting.clear();
                commit(plan.refused(passage, report), progress.next());
            }
        }

        private void take(
                TranslatedDocument document,
                InterchangeReport report,
                List<TransactionReport> transactions) {
            if (document.ordinal() <= progress.document()) {
                return;
            }
            if (waiting.size() == size) {
                var through = waiting.get(size - 1).ordinal();
                commit(plan.begun(report, waiting), progress.through(through));
                waiting.clear();
                failpoints.reach(Failpoint.INSTALMENT_SETTLED);
            }
            waiting.add(plan.kept(passage, document, transactions.get(document.ordinal() - 1)));
        }

        private void close(InterchangeReport joined) {
            commit(plan.closed(passage, joined, waiting), progress.next());
            waiting.clear();
        }

        private void commit(SettledInterchange interchange, Progress reached) {
            failpoints.reach(Failpoint.TRANSLATED);
            boolean last = reached.interchange() > passage.reports().size();
            var outcome =
                    ledger.settle(
                            new Instalment(
                                    passage.transmission().id(),
                                    progress,
                                    reached,
                                    interchange,
                                    last));
            if (outcome.result() == SettlementOutcome.Result.DUPLICATE_INTERCHANGE) {
                throw new DuplicateException();
            }
            if (outcome.result() == SettlementOutcome.Result.ALREADY_SETTLED) {
                throw new OvertakenException();
            }
            progress = reached;
        }
    }

    /** The interchange came before; it is answered as a duplicate and gives no documents. */
    private static final class DuplicateException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Somebody else has committed this instalment. */
    private static final class OvertakenException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
