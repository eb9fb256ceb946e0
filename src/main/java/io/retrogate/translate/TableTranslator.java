package io.retrogate.translate;

import io.retrogate.edi.Content;
import io.retrogate.edi.DocumentProblem;
import io.retrogate.edi.Finding;
import io.retrogate.edi.FindingsJoin;
import io.retrogate.edi.GatewayException;
import io.retrogate.edi.InterchangeHeader;
import io.retrogate.edi.InterchangeReport;
import io.retrogate.edi.MessageType;
import io.retrogate.edi.Position;
import io.retrogate.edi.TransactionReport;
import io.retrogate.edi.Verdict;
import io.retrogate.edi.schema.Schemas;
import io.retrogate.partner.TradingPartner;
import io.retrogate.returns.Origin;
import io.retrogate.returns.ReturnMessage;
import io.retrogate.returns.TranslatedDocument;
import io.retrogate.translate.message.EnvelopeWriter;
import io.retrogate.translate.plan.PlanTask;
import io.retrogate.translate.rule.Translation;
import io.retrogate.translate.smooks.SmooksEngines;
import io.retrogate.translate.text.TranslateProblem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Translates by mapping tables; one pass over the content, whatever the number of documents. */
final class TableTranslator implements Translator {

    /** Answers to what we sent; there is nothing in them to hand on. */
    private static final Set<String> ACKNOWLEDGEMENTS =
            Set.of("997", "999", "CONTRL", "824", "APERAK");

    /** Fewer sets are not worth a second thread. */
    private static final int MANY = 50;

    /** So many bytes, and one set more, are given to a thread at once. */
    private static final long PIECE = 1 << 16;

    private final BiFunction<MessageType, Optional<TradingPartner>, Optional<Mapping>> mappings;
    private final PlanLane lane;
    private final SmooksLane smooks;
    private final int threads;

    TableTranslator(
            BiFunction<MessageType, Optional<TradingPartner>, Optional<Mapping>> mappings,
            PlanLane lane,
            SmooksLane smooks,
            int threads) {
        this.mappings = mappings;
        this.lane = lane;
        this.smooks = smooks;
        this.threads = threads;
    }

    static TableTranslator builtIn(Schemas schemas, SmooksEngines engines, int threads) {
        return new TableTranslator(
                new PartnerMappings(Mappings.builtIn(schemas::find))::find,
                new PlanLane(PlanLane.SHADOW_EVERY),
                new SmooksLane(schemas, engines),
                threads);
    }

    @Override
    public InterchangeReport translate(
            Content content,
            InterchangeReport report,
            Origin origin,
            Optional<TradingPartner> partner,
            Consumer<TranslatedDocument> documents) {
        var header = report.header();
        var wanted = wanted(report);
        if (header.isEmpty() || wanted.isEmpty()) {
            return report;
        }
        var envelope = new EnvelopeWriter(report, header.get(), origin);
        var work = new Work(content, report, header.get(), origin, partner, envelope);
        var late = TradingPartner.lateFaults(partner);
        if (!late.isAtomic()) {
            return late.applied(FindingsJoin.join(report, translate(wanted, work, documents)));
        }
        // Nothing may go on before the last set is known to; so all of it is translated twice.
        var judged = late.applied(FindingsJoin.join(report, translate(wanted, work, nobody -> {})));
        var going = wanted(judged).stream().map(TransactionReport::ordinal).toList();
        translate(wanted.stream().filter(in(going)).toList(), work, documents);
        return judged;
    }

    private static Predicate<TransactionReport> in(List<Integer> ordinals) {
        var known = new HashSet<>(ordinals);
        return transaction -> known.contains(transaction.ordinal());
    }

    /**
     * What is sent again as a whole must not be handed on in part: a rejection covers all inside.
     */
    private static List<TransactionReport> wanted(InterchangeReport report) {
        if (report.verdict() == Verdict.REJECTED) {
            return List.of();
        }
        var wanted = new ArrayList<TransactionReport>();
        for (var group : report.groups()) {
            if (group.verdict() != Verdict.REJECTED) {
                for (var transaction : group.transactions()) {
                    if (isWanted(transaction)) {
                        wanted.add(transaction);
                    }
                }
            }
        }
        return wanted;
    }

    private static boolean isWanted(TransactionReport transaction) {
        return transaction.verdict() != Verdict.REJECTED
                && !ACKNOWLEDGEMENTS.contains(transaction.type().code());
    }

    /** What stays the same for all documents of an interchange. */
    private record Work(
            Content content,
            InterchangeReport report,
            InterchangeHeader header,
            Origin origin,
            Optional<TradingPartner> partner,
            EnvelopeWriter envelope) {}

    /** What was found, by the ordinals of the sets; only those with findings are in it. */
    private Map<Integer, List<Finding>> translate(
            List<TransactionReport> wanted, Work work, Consumer<TranslatedDocument> documents) {
        var findings = new HashMap<Integer, List<Finding>>();
        Consumer<Piece> made =
                piece -> {
                    piece.documents.forEach(documents);
                    findings.putAll(piece.findings);
                };
        try (var slices = new Slices(work.content)) {
            if (threads == 1 || wanted.size() < MANY) {
                for (var transaction : wanted) {
                    made.accept(piece(List.of(task(slices, transaction)), work));
                }
            } else {
                translate(wanted, work, slices, made);
            }
        } catch (IOException e) {
            throw new GatewayException(
                    TranslateProblem.CONTENT_UNREADABLE, work.origin.transmission(), e);
        }
        return findings;
    }

    /** On several threads, some sets in each piece. */
    private void translate(
            List<TransactionReport> wanted, Work work, Slices slices, Consumer<Piece> made)
            throws IOException {
        try (var pieces = new InOrder<>(threads, made)) {
            var waiting = new ArrayList<Task>();
            long bytes = 0;
            for (var transaction : wanted) {
                var task = task(slices, transaction);
                waiting.add(task);
                bytes += task.bytes.length;
                if (bytes > PIECE) {
                    var tasks = List.copyOf(waiting);
                    pieces.give(() -> piece(tasks, work));
                    waiting.clear();
                    bytes = 0;
                }
            }
            pieces.give(() -> piece(waiting, work));
            pieces.takeRest();
        }
    }

    /** One set with its bytes. */
    @SuppressWarnings("ArrayRecordComponent") // handed from one method to the next, never compared
    private record Task(TransactionReport transaction, byte[] bytes) {}

    /** What some sets that follow each other became. */
    private record Piece(
            List<TranslatedDocument> documents, Map<Integer, List<Finding>> findings) {}

    private static Task task(Slices slices, TransactionReport transaction) throws IOException {
        return new Task(transaction, slices.read(transaction.start(), transaction.end()));
    }

    private Piece piece(List<Task> tasks, Work work) {
        var documents = new ArrayList<TranslatedDocument>();
        var findings = new HashMap<Integer, List<Finding>>();
        for (var task : tasks) {
            var transaction = task.transaction;
            var translation = translation(transaction, work);
            message(task.bytes, transaction, translation, work)
                    .map(message -> new TranslatedDocument(transaction.ordinal(), message))
                    .ifPresent(documents::add);
            keep(transaction.ordinal(), translation.findings(), work, findings);
        }
        return new Piece(documents, findings);
    }

    private static Translation translation(TransactionReport transaction, Work work) {
        return new Translation(
                work.header,
                transaction,
                transaction.start() - work.report.start(),
                work.origin.receivedAt());
    }

    private static void keep(
            int ordinal, List<Finding> found, Work work, Map<Integer, List<Finding>> findings) {
        if (!found.isEmpty()) {
            var characters = TradingPartner.characters(work.partner, work.header);
            findings.put(ordinal, found.stream().map(it -> it.received(characters)).toList());
        }
    }

    private Optional<ReturnMessage> message(
            byte[] bytes, TransactionReport transaction, Translation translation, Work work) {
        var task =
                new PlanTask(
                        work.header,
                        transaction,
                        translation,
                        work.envelope,
                        TradingPartner.characters(work.partner, work.header));
        var agreed = SmooksLane.agreed(transaction.type(), work.partner);
        if (agreed.isPresent()) {
            return smooks.message(bytes, task, work.partner.orElseThrow(), agreed.get());
        }
        var mapping = mappings.apply(transaction.type(), work.partner);
        if (mapping.isEmpty()) {
            translation.findings().add(unsupported(transaction));
            return Optional.empty();
        }
        if (LineLane.isNeeded(transaction)) {
            return LineLane.message(bytes, mapping.get(), task);
        }
        return lane.translate(
                mapping.get(),
                task,
                bytes,
                () ->
                        TradingPartner.judgesEachLine(work.partner, transaction.type())
                                ? LineLane.message(bytes, mapping.get(), task)
                                : RuleLane.message(bytes, mapping.get(), task));
    }

    private static Finding unsupported(TransactionReport transaction) {
        return new Finding(
                DocumentProblem.TRANSACTION_UNSUPPORTED,
                Finding.Severity.ERROR,
                new Position(transaction.firstSegment(), 1, "", 0, 0, 0, -1),
                "",
                transaction.type().toString(),
                "No mapping turns " + transaction.type() + " into a return message.");
    }
}
