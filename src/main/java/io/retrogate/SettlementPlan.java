package io.retrogate;

import io.retrogate.acknowledge.Acknowledger;
import io.retrogate.archive.Archive;
import io.retrogate.archive.ArchiveAddress;
import io.retrogate.dispatch.Dispatcher;
import io.retrogate.edi.Duplicates;
import io.retrogate.edi.GatewayException;
import io.retrogate.edi.InterchangeReport;
import io.retrogate.edi.TransactionReport;
import io.retrogate.ledger.SettledDocument;
import io.retrogate.ledger.SettledInterchange;
import io.retrogate.ledger.Settlement;
import io.retrogate.returns.TranslatedDocument;
import io.retrogate.returns.TranslatedInterchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Says what follows from a judged and translated transmission; commits nothing. */
@Component
final class SettlementPlan {

    private final Acknowledger acknowledger;
    private final Dispatcher dispatcher;
    private final Archive archive;

    SettlementPlan(Acknowledger acknowledger, Dispatcher dispatcher, Archive archive) {
        this.acknowledger = acknowledger;
        this.dispatcher = dispatcher;
        this.archive = archive;
    }

    /** A passage whose canonical messages are safe in the archive. */
    record Kept(Passage passage, List<List<SettledDocument>> documents) {
        Kept {
            documents = documents.stream().map(List::copyOf).toList();
        }
    }

    Kept keep(Passage passage) {
        return new Kept(
                passage,
                passage.translated().stream().map(made -> documents(passage, made)).toList());
    }

    /** Known duplicates are refused and answered as such; they give no documents. */
    Settlement of(Kept kept, Set<String> duplicates) {
        var passage = kept.passage();
        var seen = new HashSet<>(duplicates);
        var interchanges = new ArrayList<SettledInterchange>();
        for (int i = 0; i < kept.documents().size(); i++) {
            var report = passage.translated().get(i).report();
            var key = Duplicates.key(report);
            boolean repeated = !key.isEmpty() && !seen.add(key);
            interchanges.add(
                    repeated
                            ? refused(passage, report)
                            : closed(passage, report, kept.documents().get(i)));
        }
        return new Settlement(passage.transmission().id(), interchanges);
    }

    /** An interchange that came before. */
    SettledInterchange refused(Passage passage, InterchangeReport report) {
        var refused = Duplicates.refused(report);
        return new SettledInterchange(
                refused,
                "",
                List.of(),
                acknowledger.plan(refused, passage.content(), Optional.of(passage.partner())),
                List.of());
    }

    /** The first documents of an interchange; what it is answered is not known yet. */
    SettledInterchange begun(InterchangeReport report, List<SettledDocument> documents) {
        return new SettledInterchange(report, Duplicates.key(report), documents, List.of());
    }

    /** The last or all documents of an interchange, and what is to be said of it. */
    SettledInterchange closed(
            Passage passage, InterchangeReport report, List<SettledDocument> documents) {
        return new SettledInterchange(
                report,
                Duplicates.key(report),
                documents,
                acknowledger.plan(report, passage.content(), Optional.of(passage.partner())),
                acknowledger.heard(report, passage.content()));
    }

    private List<SettledDocument> documents(Passage passage, TranslatedInterchange made) {
        return kept(passage, made.report().transactions().toList(), made.documents());
    }

    /**
     * The documents with their canonical messages safe in the archive.
     *
     * @param transactions those of the interchange; a document's ordinal says which is its own
     */
    List<SettledDocument> kept(
            Passage passage,
            List<TransactionReport> transactions,
            List<TranslatedDocument> documents) {
        var addresses = stored(documents.stream().map(it -> it.message().json()).toList());
        return IntStream.range(0, documents.size())
                .mapToObj(
                        i -> {
                            var document = documents.get(i);
                            return document(
                                    passage,
                                    document,
                                    transactions.get(document.ordinal() - 1),
                                    addresses.get(i));
                        })
                .toList();
    }

    private SettledDocument document(
            Passage passage,
            TranslatedDocument document,
            TransactionReport transaction,
            ArchiveAddress address) {
        var message = document.message();
        return new SettledDocument(
                UUID.fromString(message.id()),
                document.ordinal(),
                transaction.type().toString(),
                transaction.controlNumber().value(),
                message.kind().label(),
                message.documentNumber(),
                message.rma(),
                address.value(),
                dispatcher.destinations(passage.partner(), transaction.type(), message));
    }

    private List<ArchiveAddress> stored(List<byte[]> messages) {
        try {
            return messages.isEmpty() ? List.of() : archive.storeAll(messages);
        } catch (IOException e) {
            throw new GatewayException(RootProblem.UNEXPECTED, "cannot read memory", e);
        }
    }
}
