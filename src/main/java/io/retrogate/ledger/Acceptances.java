package io.retrogate.ledger;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** C1: what came, and whether it came before. */
final class Acceptances {

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final Deliveries deliveries;
    private final AuditChain audit;
    private final LedgerTime time;
    private final Attachments attachments;

    Acceptances(
            JdbcClient jdbc,
            Outbox outbox,
            Deliveries deliveries,
            AuditChain audit,
            LedgerTime time) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.deliveries = deliveries;
        this.audit = audit;
        this.time = time;
        this.attachments = new Attachments(jdbc);
    }

    Acceptance accept(Arrival arrival) {
        var key = arrival.uniqueKey().isEmpty() ? null : arrival.uniqueKey();
        if (insert(arrival, key) == 1) {
            accepted(arrival);
            arrival.receipt().ifPresent(r -> deliveries.plan(arrival, arrival.id(), r));
            for (Arrival further : arrival.further()) {
                insert(further, null);
                accepted(further);
            }
            return new Acceptance(Acceptance.Outcome.NEW, arrival.id(), arrival.receipt());
        }
        var first = first(arrival.uniqueKey());
        if (first.contentDigest().equals(arrival.contentDigest())) {
            deliverAgain(first, arrival);
            audit.append("duplicate of " + first.id());
            return new Acceptance(Acceptance.Outcome.DUPLICATE, first.id(), first.receipt());
        }
        insert(conflicting(arrival), null);
        attachments.add(arrival.id(), arrival.attachments());
        audit.append("conflict " + arrival.id() + " with " + first.id());
        return new Acceptance(Acceptance.Outcome.CONFLICT, arrival.id(), Optional.empty());
    }

    private void accepted(Arrival arrival) {
        attachments.add(arrival.id(), arrival.attachments());
        if (arrival.refusal().isEmpty()) {
            outbox.add(Outbox.TRANSMISSION, arrival.partner(), arrival.id(), time.now());
        }
        audit.append("accepted " + arrival.id() + " " + arrival.sha256());
    }

    /** The stored receipt, but to where the resend wants it. */
    private void deliverAgain(First first, Arrival arrival) {
        arrival.receipt()
                .map(Receipt::deliverTo)
                .ifPresent(
                        url ->
                                first.receipt()
                                        .or(arrival::receipt)
                                        .map(stored -> stored.deliveredTo(url))
                                        .ifPresent(r -> deliveries.plan(arrival, first.id(), r)));
    }

    private record First(UUID id, String contentDigest, Optional<Receipt> receipt) {}

    private static Arrival conflicting(Arrival arrival) {
        return new Arrival(
                arrival.id(),
                arrival.channel(),
                arrival.partner(),
                "",
                arrival.contentDigest(),
                arrival.messageId(),
                arrival.wireAddress(),
                arrival.payloadAddress(),
                arrival.sha256(),
                arrival.size(),
                "the same key came before with other content",
                Optional.empty(),
                arrival.fileName(),
                arrival.attachments(),
                List.of());
    }

    private int insert(Arrival arrival, @Nullable String key) {
        var receipt = arrival.receipt();
        return jdbc.sql(
                        """
                        insert into ledger_transmission (id, channel, partner, unique_key,
                            content_digest, message_id, wire_address, payload_address, sha256, size,
                            state, refusal, receipt_headers, receipt_body, received_at, file_name)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (unique_key) do nothing
                        """)
                .params(
                        Parameters.of(
                                arrival.id(),
                                arrival.channel().name(),
                                arrival.partner(),
                                key,
                                arrival.contentDigest(),
                                arrival.messageId(),
                                arrival.wireAddress(),
                                arrival.payloadAddress(),
                                arrival.sha256(),
                                arrival.size(),
                                arrival.refusal().isEmpty() ? "RECEIVED" : "REFUSED",
                                arrival.refusal(),
                                receipt.map(Receipt::headers).orElse(null),
                                receipt.map(r -> r.body().getBytes(StandardCharsets.ISO_8859_1))
                                        .orElse(null),
                                time.sql(),
                                arrival.fileName()))
                .update();
    }

    private First first(String key) {
        return jdbc.sql(
                        """
                        select id, content_digest, receipt_headers, receipt_body
                        from ledger_transmission where unique_key = ?
                        """)
                .param(Parameters.text(key))
                .query(Acceptances::first)
                .single();
    }

    private static First first(ResultSet row, int number) throws SQLException {
        var headers = row.getString(3);
        var body = row.getBytes(4);
        return new First(
                row.getObject(1, UUID.class),
                row.getString(2),
                headers == null || body == null
                        ? Optional.empty()
                        : Optional.of(
                                new Receipt(
                                        headers, new String(body, StandardCharsets.ISO_8859_1))));
    }
}
