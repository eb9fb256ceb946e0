package io.retrogate.ledger;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** On PostgreSQL. */
final class JdbcAwaitedReceipts implements AwaitedReceipts {

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Outbox outbox;
    private final AuditChain audit;
    private final LedgerTime time;
    private final Supplier<UUID> ids;

    JdbcAwaitedReceipts(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            LedgerTime time,
            Supplier<UUID> ids) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.outbox = new Outbox(jdbc, time, ids);
        this.audit = new AuditChain(jdbc, time);
        this.time = time;
        this.ids = ids;
    }

    @Override
    public boolean expect(Claim claim, String messageId, String mic) {
        return jdbc.sql(
                                """
                                update ledger_delivery set awaited_message = ?, awaited_mic = ?
                                where id = ? and token = ? and state = 'IN_FLIGHT'
                                """)
                        .params(messageId, mic, claim.delivery(), claim.token())
                        .update()
                == 1;
    }

    @Override
    public Optional<Awaited> find(String partner, String messageId) {
        return jdbc.sql(
                        """
                        select id, awaited_mic from ledger_delivery
                        where awaited_message = ? and awaited_message <> '' and target = ?
                        """)
                .params(Parameters.text(messageId), partner)
                .query((row, number) -> new Awaited(row.getObject(1, UUID.class), row.getString(2)))
                .optional();
    }

    @Override
    public void arrived(Arrived receipt) {
        transactions.executeWithoutResult(
                status -> {
                    keep(receipt);
                    receipt.outcome().ifPresent(outcome -> end(receipt, outcome));
                    audit.append("receipt for " + receipt.delivery() + " " + receipt.judgement());
                });
    }

    private void keep(Arrived receipt) {
        jdbc.sql("insert into ledger_receipt values (?, ?, ?, ?, ?, ?)")
                .params(
                        Parameters.of(
                                ids.get(),
                                receipt.delivery(),
                                time.sql(),
                                receipt.headers(),
                                receipt.address(),
                                receipt.judgement()))
                .update();
    }

    /** A new token, so that whoever is sending it again finds its own stale. */
    private void end(Arrived receipt, DeliveryOutcome outcome) {
        endAttempt(receipt, outcome);
        boolean again = outcome.state() == DeliveryOutcome.State.RETRY;
        boolean proven = outcome.state() == DeliveryOutcome.State.DELIVERED;
        int ended =
                jdbc.sql(
                                """
                                update ledger_delivery set state = ?, token = token + 1,
                                    lease_until = null, next_attempt_at = ?, last_status = ?,
                                    last_detail = case when state = 'DEAD' then 'late: ' else '' end
                                        || ?
                                where id = ? and (state in ('AWAITED', 'RETRY', 'IN_FLIGHT')
                                    or state = 'DEAD' and ?)
                                """)
                        .params(
                                Parameters.of(
                                        outcome.state().name(),
                                        again ? LedgerTime.sql(outcome.retryAt()) : null,
                                        outcome.status(),
                                        outcome.detail(),
                                        receipt.delivery(),
                                        proven))
                        .update();
        if (ended == 1 && again) {
            wake(receipt.delivery(), outcome);
        }
    }

    /** One that is still under way will find its token stale and write nothing. */
    private void endAttempt(Arrived receipt, DeliveryOutcome outcome) {
        jdbc.sql(
                        """
                        update ledger_attempt a set ended_at = ?, outcome = ?, status = ?, detail = ?
                        from ledger_delivery d
                        where d.id = ? and a.delivery = d.id and a.token = d.token
                          and a.ended_at is null
                        """)
                .params(
                        Parameters.of(
                                time.sql(),
                                outcome.state().name(),
                                outcome.status(),
                                outcome.detail(),
                                receipt.delivery()))
                .update();
    }

    private void wake(UUID delivery, DeliveryOutcome outcome) {
        jdbc.sql("select target, subject from ledger_delivery where id = ?")
                .param(delivery)
                .query(
                        row -> {
                            outbox.add(
                                    Outbox.delivery(row.getString(1)),
                                    row.getString(2),
                                    delivery,
                                    outcome.retryAt());
                        });
    }
}
