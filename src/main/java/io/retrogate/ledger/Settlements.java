package io.retrogate.ledger;

import io.retrogate.edi.Finding;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** C4: everything that follows from one transmission, or nothing; or in instalments. */
final class Settlements {

    private static final String INSERT_DOCUMENT =
            """
            insert into ledger_document (id, transmission, interchange, ordinal,
                message_type, control_number, kind, document_number, rma,
                canonical_address)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final JdbcClient jdbc;
    private final JdbcOperations batches;
    private final Deliveries deliveries;
    private final ControlNumbers controlNumbers;
    private final PartnerJudgements judgements;
    private final AuditChain audit;
    private final LedgerTime time;
    private final Supplier<UUID> ids;

    Settlements(
            JdbcClient jdbc,
            JdbcOperations batches,
            Deliveries deliveries,
            AuditChain audit,
            LedgerTime time,
            Supplier<UUID> ids) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.deliveries = deliveries;
        this.controlNumbers = new ControlNumbers(jdbc);
        this.judgements = new PartnerJudgements(jdbc, time, ids);
        this.audit = audit;
        this.time = time;
        this.ids = ids;
    }

    SettlementOutcome settle(Settlement settlement) {
        int moved =
                jdbc.sql(
                                "update ledger_transmission set state = 'SETTLED'"
                                        + " where id = ? and state = 'RECEIVED'")
                        .param(settlement.transmission())
                        .update();
        if (moved == 0) {
            return new SettlementOutcome(SettlementOutcome.Result.ALREADY_SETTLED, Set.of());
        }
        var duplicates = new HashSet<String>();
        int ordinal = 0;
        for (var interchange : settlement.interchanges()) {
            var id = ids.get();
            ordinal++;
            if (insert(id, settlement.transmission(), ordinal, interchange)) {
                follow(id, settlement.transmission(), interchange);
            } else {
                duplicates.add(interchange.uniqueKey());
            }
        }
        audit.append("settled " + settlement.transmission());
        return new SettlementOutcome(
                duplicates.isEmpty()
                        ? SettlementOutcome.Result.SETTLED
                        : SettlementOutcome.Result.DUPLICATE_INTERCHANGE,
                duplicates);
    }

    Progress progress(UUID transmission) {
        return jdbc.sql(
                        "select settled_interchange, settled_document from ledger_transmission"
                                + " where id = ?")
                .param(transmission)
                .query((row, number) -> new Progress(row.getInt(1), row.getInt(2)))
                .single();
    }

    SettlementOutcome settle(Instalment instalment) {
        if (!advance(instalment)) {
            return new SettlementOutcome(SettlementOutcome.Result.ALREADY_SETTLED, Set.of());
        }
        var transmission = instalment.transmission();
        var settled = instalment.interchange();
        int ordinal = instalment.from().interchange();
        var begun = begun(transmission, ordinal);
        var id = begun.orElseGet(ids);
        if (begun.isEmpty() && !insert(id, transmission, ordinal, settled)) {
            return new SettlementOutcome(
                    SettlementOutcome.Result.DUPLICATE_INTERCHANGE, Set.of(settled.uniqueKey()));
        }
        if (begun.isPresent() && instalment.closes()) {
            close(id, settled);
        }
        follow(id, transmission, settled);
        audit.append("settled " + transmission + " to " + instalment.to());
        return new SettlementOutcome(SettlementOutcome.Result.SETTLED, Set.of());
    }

    private boolean advance(Instalment instalment) {
        return jdbc.sql(
                                """
                                update ledger_transmission set settled_interchange = ?,
                                    settled_document = ?, state = ?
                                where id = ? and state = 'RECEIVED' and settled_interchange = ?
                                  and settled_document = ?
                                """)
                        .params(
                                instalment.to().interchange(),
                                instalment.to().document(),
                                instalment.last() ? "SETTLED" : "RECEIVED",
                                instalment.transmission(),
                                instalment.from().interchange(),
                                instalment.from().document())
                        .update()
                == 1;
    }

    private Optional<UUID> begun(UUID transmission, int ordinal) {
        return jdbc.sql("select id from ledger_interchange where transmission = ? and ordinal = ?")
                .params(transmission, ordinal)
                .query(UUID.class)
                .optional();
    }

    private void close(UUID id, SettledInterchange settled) {
        jdbc.sql("update ledger_interchange set verdict = ?, findings = ? where id = ?")
                .params(settled.report().verdict().name(), Parameters.text(findings(settled)), id)
                .update();
    }

    private boolean insert(UUID id, UUID transmission, int ordinal, SettledInterchange settled) {
        var header = settled.report().header();
        @Nullable String key = settled.uniqueKey().isEmpty() ? null : settled.uniqueKey();
        return jdbc.sql(
                                """
                                insert into ledger_interchange (id, transmission, ordinal,
                                    unique_key, standard, sender, receiver, control_number, verdict,
                                    findings)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                                on conflict (unique_key) do nothing
                                """)
                        .params(
                                Parameters.of(
                                        id,
                                        transmission,
                                        ordinal,
                                        key,
                                        header.map(h -> h.standard().name()).orElse(""),
                                        header.map(h -> h.sender().toString()).orElse(""),
                                        header.map(h -> h.receiver().toString()).orElse(""),
                                        header.map(h -> h.controlNumber().value()).orElse(""),
                                        settled.report().verdict().name(),
                                        findings(settled)))
                        .update()
                == 1;
    }

    private static String findings(SettledInterchange settled) {
        return settled.report()
                .allFindings()
                .map(Settlements::line)
                .collect(Collectors.joining("\n"));
    }

    private static String line(Finding finding) {
        var line =
                finding.position()
                        + " "
                        + finding.problem().id()
                        + " "
                        + finding.explanation()
                        + (finding.text().isEmpty() ? "" : " [" + finding.text() + "] ")
                        + " "
                        + finding.remedy();
        return line.replaceAll("\\s+", " ");
    }

    private void follow(UUID interchange, UUID transmission, SettledInterchange settled) {
        var rows = new Batch(INSERT_DOCUMENT);
        for (var document : settled.documents()) {
            rows.add(
                    document.id(),
                    transmission,
                    interchange,
                    document.ordinal(),
                    document.messageType(),
                    document.controlNumber(),
                    document.kind(),
                    document.documentNumber(),
                    document.rma(),
                    document.canonicalAddress());
        }
        rows.write(batches);
        deliveries.plan(transmission, settled.documents());
        settled.acknowledgements()
                .forEach(planned -> acknowledge(interchange, transmission, planned));
        settled.judgements().forEach(heard -> judgements.heard(transmission, heard));
    }

    private void acknowledge(UUID interchange, UUID transmission, PlannedAcknowledgement planned) {
        var number = controlNumbers.next(planned.counter());
        var content = planned.renderer().render(number, time.now());
        @Nullable UUID delivery =
                planned.partner().isEmpty()
                        ? null
                        : deliveries.plan(transmission, planned, number, content);
        if (delivery != null) {
            judgements.sent(delivery, planned.partner(), content);
        }
        jdbc.sql(
                        """
                        insert into ledger_acknowledgement (id, transmission, interchange, delivery,
                            form, control_number, verdict, content, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        Parameters.of(
                                ids.get(),
                                transmission,
                                interchange,
                                delivery,
                                planned.form(),
                                number.value(),
                                planned.verdict(),
                                content,
                                time.sql()))
                .update();
    }
}
