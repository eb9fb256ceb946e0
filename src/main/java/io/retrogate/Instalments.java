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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Translates and settles a large transmission in instalments, so that memory does not grow with it.
 * Translating is a pure function: after a crash it is done again from the start, and what is
 * settled already is passed over.
 */
@Component
final class Instalments {

    /** So many bytes of messages are held in memory, and one message more. */
    private static final long MOST_BYTES = 4L << 20;

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
        private final List<TranslatedDocument> made = new ArrayList<>();
        private final List<SettledDocument> waiting = new ArrayList<>();
        private InterchangeReport report;
        private List<TransactionReport> transactions = List.of();
        private Progress progress;
        private long bytes;

        Course(Passage passage) {
            this.passage = passage;
            this.report = passage.reports().get(0);
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

        private void settle(InterchangeReport judged, boolean repeated) {
            report = judged;
            transactions = judged.transactions().toList();
            try {
                if (repeated) {
                    throw new DuplicateException();
                }
                var joined =
                        translator.translate(
                                passage.content(),
                                report,
                                passage.origin(),
                                Optional.of(passage.partner()),
                                this::take);
                close(joined);
            } catch (DuplicateException e) {
                waiting.clear();
                made.clear();
                commit(plan.refused(passage, report), progress.next());
            }
        }

        private void take(TranslatedDocument document) {
            if (document.ordinal() <= progress.document()) {
                return;
            }
            if (waiting.size() + made.size() == size) {
                keep();
                var through = waiting.get(size - 1).ordinal();
                commit(plan.begun(report, waiting), progress.through(through));
                waiting.clear();
                failpoints.reach(Failpoint.INSTALMENT_SETTLED);
            }
            made.add(document);
            bytes += document.message().json().length;
            if (bytes > MOST_BYTES) {
                keep();
            }
        }

        /** Puts into the archive what was made, so that it need not be held. */
        private void keep() {
            waiting.addAll(plan.kept(passage, transactions, made));
            made.clear();
            bytes = 0;
        }

        private void close(InterchangeReport joined) {
            keep();
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
