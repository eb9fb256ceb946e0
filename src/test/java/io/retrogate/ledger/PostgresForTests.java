package io.retrogate.ledger;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The bundled PostgreSQL, one for all tests of a run, stopped with it. */
public final class PostgresForTests {

    private static final PostgresForTests ONLY = new PostgresForTests();

    private final BundledPostgres postgres;
    final Path data = Path.of("target", "postgres-" + ProcessHandle.current().pid());
    final HikariDataSource pool = new HikariDataSource();

    private PostgresForTests() {
        try {
            Files.createDirectories(data);
            postgres = BundledPostgres.under(data);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        pool.setJdbcUrl(postgres.url());
        pool.setUsername(postgres.user());
        pool.setPassword(postgres.password());
        pool.setMaximumPoolSize(24);
        Flyway.configure().dataSource(pool).load().migrate();
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    pool.close();
                                    postgres.close();
                                }));
    }

    static PostgresForTests shared() {
        return ONLY;
    }

    void empty() {
        jdbc().sql(
                        "truncate ledger_transmission, ledger_outbox, ledger_interchange,"
                                + " ledger_document, ledger_delivery, ledger_attempt,"
                                + " ledger_acknowledgement, ledger_control_number, ledger_audit,"
                                + " ledger_sent, ledger_judgement, ledger_attachment, ledger_receipt")
                .update();
    }

    JdbcClient jdbc() {
        return JdbcClient.create(pool);
    }

    AwaitedReceipts receipts(Clock clock) {
        return new JdbcAwaitedReceipts(
                jdbc(),
                new TransactionTemplate(new JdbcTransactionManager(pool)),
                new LedgerTime(clock),
                UUID::randomUUID);
    }

    JdbcLedger ledger(Clock clock) {
        return new JdbcLedger(
                jdbc(),
                new JdbcTemplate(pool),
                new TransactionTemplate(new JdbcTransactionManager(pool)),
                new LedgerTime(clock),
                UUID::randomUUID,
                Duration.ofMinutes(2));
    }
}
