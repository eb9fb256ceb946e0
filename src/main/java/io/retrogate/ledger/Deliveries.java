package io.retrogate.ledger;

import io.retrogate.edi.ControlNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** C6 and C7: who may attempt a delivery now, and how the attempt ended. */
final class Deliveries {

    private static final String INSERT =
            """
            insert into ledger_delivery (id, transmission, document, form, target,
                address, content, idempotency_key, subject, kind, created_at, state)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'READY')
            """;

    private final JdbcClient jdbc;
    private final JdbcOperations batches;
    private final Outbox outbox;
    private final AuditChain audit;
    private final LedgerTime time;
    private final Supplier<UUID> ids;

    Deliveries(
            JdbcClient jdbc,
            JdbcOperations batches,
            Outbox outbox,
            AuditChain audit,
            LedgerTime time,
            Supplier<UUID> ids) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.outbox = outbox;
        this.audit = audit;
        this.time = time;
        this.ids = ids;
    }

    /** One for each destination of each document. */
    void plan(UUID transmission, List<SettledDocument> documents) {
        var rows = new Batch(INSERT);
        var wakings = Outbox.batch();
        for (var document : documents) {
            for (var target : document.destinations()) {
                var id = ids.get();
                rows.add(
                        id,
                        transmission,
                        document.id(),
                        "canonical",
                        target,
                        document.canonicalAddress(),
                        "",
                        id.toString(),
                        document.documentNumber(),
                        document.kind(),
                        time.sql());
                var group = document.rma().isEmpty() ? document.documentNumber() : document.rma();
                outbox.add(wakings, Outbox.delivery(target), group, id);
            }
        }
        rows.write(batches);
        wakings.write(batches);
    }

    UUID plan(
            UUID transmission,
            PlannedAcknowledgement planned,
            ControlNumber number,
            String content) {
        var id = ids.get();
        jdbc.sql(INSERT)
                .params(
                        Parameters.of(
                                id,
                                transmission,
                                null,
                                planned.form(),
                                planned.partner(),
                                "",
                                content,
                                id.toString(),
                                number.value(),
                                "acknowledgement",
                                time.sql()))
                .update();
        outbox.add(Outbox.delivery(planned.partner()), planned.partner(), id, time.now());
        return id;
    }

    /** An asynchronous receipt, unless one of the same transmission is still on its way there. */
    void plan(Arrival arrival, UUID transmission, Receipt receipt) {
        if (receipt.deliverTo().isEmpty() || underway(transmission, receipt.deliverTo())) {
            return;
        }
        var id = ids.get();
        jdbc.sql(INSERT)
                .params(
                        Parameters.of(
                                id,
                                transmission,
                                null,
                                Receipt.FORM,
                                arrival.partner(),
                                receipt.deliverTo(),
                                receipt.headers() + "\r\n\r\n" + receipt.body(),
                                id.toString(),
                                arrival.messageId(),
                                "receipt",
                                time.sql()))
                .update();
        outbox.add(Outbox.delivery(arrival.partner()), arrival.partner(), id, time.now());
    }

    private boolean underway(UUID transmission, String url) {
        return jdbc.sql(
                        """
                        select exists (select 1 from ledger_delivery
                            where transmission = ? and form = ? and address = ?
                              and state in ('READY', 'IN_FLIGHT', 'RETRY'))
                        """)
                .params(Parameters.of(transmission, Receipt.FORM, url))
                .query(Boolean.class)
                .single();
    }

    Optional<Claim> claim(UUID delivery, Duration lease) {
        var now = time.now();
        var interrupted =
                jdbc.sql(
                                """
                                select state = 'IN_FLIGHT' from ledger_delivery
                                where id = :id and (state = 'READY'
                                  or (state in ('RETRY', 'AWAITED') and next_attempt_at <= :now)
                                  or (state = 'IN_FLIGHT' and lease_until < :now))
                                for update
                                """)
                        .param("id", delivery)
                        .param("now", LedgerTime.sql(now))
                        .query(Boolean.class)
                        .optional();
        if (interrupted.isEmpty()) {
            return Optional.empty();
        }
        var claim =
                jdbc.sql(
                                """
                                update ledger_delivery set state = 'IN_FLIGHT', token = token + 1,
                                    attempts = attempts + 1, lease_until = ? where id = ?
                                returning id, token, form, target, address, content,
                                    idempotency_key, subject, kind, attempts, created_at,
                                    rendition, rendition_type
                                """)
                        .params(LedgerTime.sql(now.plus(lease)), delivery)
                        .query((row, number) -> claim(row, interrupted.get()))
                        .single();
        jdbc.sql("insert into ledger_attempt (delivery, token, started_at) values (?, ?, ?)")
                .params(delivery, claim.token(), LedgerTime.sql(now))
                .update();
        return Optional.of(claim);
    }

    private static Claim claim(ResultSet row, boolean interrupted) throws SQLException {
        return new Claim(
                row.getObject(1, UUID.class),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getInt(10),
                row.getObject(11, OffsetDateTime.class).toInstant(),
                interrupted,
                new Rendition(row.getString(12), row.getString(13)));
    }

    /** The first one noted stays; a token that is stale notes nothing. */
    boolean rendered(Claim claim, Rendition rendition) {
        return jdbc.sql(
                                """
                                update ledger_delivery set rendition = ?, rendition_type = ?
                                where id = ? and token = ? and state = 'IN_FLIGHT'
                                  and rendition = ''
                                """)
                        .params(
                                Parameters.of(
                                        rendition.address(),
                                        rendition.contentType(),
                                        claim.delivery(),
                                        claim.token()))
                        .update()
                == 1;
    }

    boolean settle(Claim claim, DeliveryOutcome outcome) {
        boolean retry =
                outcome.state() == DeliveryOutcome.State.RETRY
                        || outcome.state() == DeliveryOutcome.State.AWAITED;
        @Nullable OffsetDateTime next = retry ? LedgerTime.sql(outcome.retryAt()) : null;
        int updated =
                jdbc.sql(
                                """
                                update ledger_delivery set state = ?, lease_until = null,
                                    next_attempt_at = ?, last_status = ?, last_detail = ?
                                where id = ? and token = ? and state = 'IN_FLIGHT'
                                """)
                        .params(
                                Parameters.of(
                                        outcome.state().name(),
                                        next,
                                        outcome.status(),
                                        outcome.detail(),
                                        claim.delivery(),
                                        claim.token()))
                        .update();
        if (updated == 0) {
            return false;
        }
        jdbc.sql(
                        """
                        update ledger_attempt set ended_at = ?, outcome = ?, status = ?, detail = ?
                        where delivery = ? and token = ?
                        """)
                .params(
                        Parameters.of(
                                time.sql(),
                                outcome.state().name(),
                                outcome.status(),
                                outcome.detail(),
                                claim.delivery(),
                                claim.token()))
                .update();
        if (retry) {
            outbox.add(
                    Outbox.delivery(claim.target()),
                    claim.subject(),
                    claim.delivery(),
                    outcome.retryAt());
        }
        audit.append(outcome.state() + " " + claim.delivery() + " " + claim.token());
        return true;
    }
}
