package io.retrogate.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** On PostgreSQL; draws the line around each transaction and leaves its content to the parts. */
final class JdbcLedger implements Ledger {

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Acceptances acceptances;
    private final Outbox outbox;
    private final Settlements settlements;
    private final Deliveries deliveries;
    private final Sweeps sweeps;
    private final AuditChain audit;

    JdbcLedger(
            JdbcClient jdbc,
            JdbcOperations batches,
            TransactionTemplate transactions,
            LedgerTime time,
            Supplier<UUID> ids,
            Duration stuckAfter) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.audit = new AuditChain(jdbc, time);
        this.outbox = new Outbox(jdbc, time, ids);
        this.deliveries = new Deliveries(jdbc, batches, outbox, audit, time, ids);
        this.acceptances = new Acceptances(jdbc, outbox, deliveries, audit, time);
        this.settlements = new Settlements(jdbc, batches, deliveries, audit, time, ids);
        this.sweeps = new Sweeps(jdbc, outbox, time, stuckAfter);
    }

    @Override
    public Acceptance accept(Arrival arrival) {
        return inTransaction(() -> acceptances.accept(arrival));
    }

    @Override
    public List<OutboxEntry> claimOutbox(int limit, Duration lease) {
        return inTransaction(() -> outbox.claim(limit, lease));
    }

    @Override
    public void confirmSent(List<UUID> outboxIds) {
        transactions.executeWithoutResult(status -> outbox.confirm(outboxIds));
    }

    @Override
    public Optional<Transmission> transmission(UUID id) {
        return jdbc.sql("select * from ledger_transmission where id = ?")
                .param(id)
                .query(JdbcLedger::transmission)
                .optional();
    }

    @Override
    public SettlementOutcome settle(Settlement settlement) {
        return settled(() -> settlements.settle(settlement));
    }

    @Override
    public Progress progress(UUID transmission) {
        return settlements.progress(transmission);
    }

    @Override
    public SettlementOutcome settle(Instalment instalment) {
        return settled(() -> settlements.settle(instalment));
    }

    private SettlementOutcome settled(Supplier<SettlementOutcome> work) {
        return inTransaction(
                status -> {
                    var outcome = work.get();
                    if (outcome.result() == SettlementOutcome.Result.DUPLICATE_INTERCHANGE) {
                        status.setRollbackOnly();
                    }
                    return outcome;
                });
    }

    @Override
    public void fail(UUID transmission, String problem) {
        transactions.executeWithoutResult(
                status -> {
                    jdbc.sql(
                                    "update ledger_transmission set state = 'FAILED', refusal = ?"
                                            + " where id = ? and state = 'RECEIVED'")
                            .params(Parameters.text(problem), transmission)
                            .update();
                    audit.append("failed " + transmission + " " + problem);
                });
    }

    @Override
    public Optional<Claim> claim(UUID delivery, Duration lease) {
        return inTransaction(() -> deliveries.claim(delivery, lease));
    }

    @Override
    public boolean rendered(Claim claim, Rendition rendition) {
        return inTransaction(() -> deliveries.rendered(claim, rendition));
    }

    @Override
    public boolean settle(Claim claim, DeliveryOutcome outcome) {
        return inTransaction(() -> deliveries.settle(claim, outcome));
    }

    @Override
    public int sweep() {
        return inTransaction(sweeps::sweep);
    }

    static Transmission transmission(ResultSet row, int number) throws SQLException {
        return new Transmission(
                row.getObject("id", UUID.class),
                Arrival.Channel.valueOf(row.getString("channel")),
                row.getString("partner"),
                row.getString("message_id"),
                row.getString("file_name"),
                row.getString("wire_address"),
                row.getString("payload_address"),
                row.getString("sha256"),
                row.getLong("size"),
                Transmission.State.valueOf(row.getString("state")),
                row.getString("refusal"),
                row.getObject("received_at", OffsetDateTime.class).toInstant());
    }

    private <T> T inTransaction(Supplier<T> work) {
        return inTransaction(status -> work.get());
    }

    private <T> T inTransaction(
            org.springframework.transaction.support.TransactionCallback<T> work) {
        var result = transactions.execute(work);
        if (result == null) {
            throw new IllegalStateException("no work of the ledger ends without a result");
        }
        return result;
    }
}
