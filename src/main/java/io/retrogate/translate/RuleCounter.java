package io.retrogate.translate;

import io.retrogate.edi.CharacterSet;
import io.retrogate.edi.Content;
import io.retrogate.edi.GatewayException;
import io.retrogate.edi.InterchangeHeader;
import io.retrogate.edi.InterchangeReport;
import io.retrogate.edi.MessageType;
import io.retrogate.edi.TransactionReport;
import io.retrogate.edi.Verdict;
import io.retrogate.partner.TradingPartner;
import io.retrogate.returns.MappingCoverage;
import io.retrogate.returns.Origin;
import io.retrogate.translate.message.EnvelopeWriter;
import io.retrogate.translate.plan.PlanTask;
import io.retrogate.translate.rule.Translation;
import io.retrogate.translate.text.TranslateProblem;
import io.retrogate.translate.tree.Unread;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Lets the rules run over documents and listens to them. */
final class RuleCounter implements CoverageMeter {

    private static final Origin ORIGIN = new Origin("coverage", "", Instant.EPOCH);

    private final PartnerMappings mappings;
    private final Map<MessageType, Seen> seen =
            new TreeMap<>(Comparator.comparing(MessageType::toString));

    RuleCounter(PartnerMappings mappings) {
        this.mappings = mappings;
    }

    /** What was seen of one mapping. */
    private record Seen(
            Mapping mapping,
            AtomicInteger documents,
            Set<String> used,
            Map<String, Integer> unread) {

        static Seen of(Mapping mapping) {
            return new Seen(mapping, new AtomicInteger(), new LinkedHashSet<>(), new TreeMap<>());
        }

        MappingCoverage coverage(MessageType type) {
            var all = new LinkedHashSet<String>();
            mapping.rules().forEach(rule -> all.add(rule.label()));
            var unused = all.stream().filter(label -> !used.contains(label)).toList();
            return new MappingCoverage(type, documents.get(), all.size(), unused, unread);
        }
    }

    @Override
    public void look(Content content, InterchangeReport report, Optional<TradingPartner> partner) {
        if (report.header().isEmpty()) {
            return;
        }
        try (var slices = new Slices(content)) {
            for (var transaction : report.transactions().toList()) {
                var mapping = mappings.find(transaction.type(), partner);
                boolean ours = SmooksLane.agreed(transaction.type(), partner).isEmpty();
                if (ours && transaction.verdict() != Verdict.REJECTED && mapping.isPresent()) {
                    var bytes = slices.read(transaction.start(), transaction.end());
                    var task = task(report, report.header().get(), transaction, mapping.get());
                    count(bytes, mapping.get(), task);
                }
            }
        } catch (IOException e) {
            throw new GatewayException(TranslateProblem.CONTENT_UNREADABLE, "cannot read", e);
        }
    }

    private PlanTask task(
            InterchangeReport report,
            InterchangeHeader header,
            TransactionReport transaction,
            Mapping mapping) {
        var used = of(mapping).used;
        var translation =
                new Translation(
                        header,
                        transaction,
                        transaction.start() - report.start(),
                        ORIGIN.receivedAt(),
                        rule -> used.add(rule.label()));
        var envelope = new EnvelopeWriter(report, header, ORIGIN);
        // Which rules are used does not depend on what their values mean.
        var characters = CharacterSet.of(header, Optional.empty());
        return new PlanTask(header, transaction, translation, envelope, characters);
    }

    private Seen of(Mapping mapping) {
        return seen.computeIfAbsent(mapping.message(), type -> Seen.of(mapping));
    }

    private void count(byte[] bytes, Mapping mapping, PlanTask task) {
        var root = RuleLane.looked(bytes, mapping, task);
        var of = of(mapping);
        of.documents.incrementAndGet();
        Unread.in(root).forEach(path -> of.unread.merge(path, 1, Integer::sum));
    }

    @Override
    public List<MappingCoverage> found() {
        return seen.entrySet().stream()
                .map(entry -> entry.getValue().coverage(entry.getKey()))
                .toList();
    }
}
