package io.retrogate.ledger;

import java.sql.Connection;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Lets tests of other packages verify the chain of a ledger that no gateway has open. */
public final class AuditChainReader {

    private AuditChainReader() {}

    /** The first sequence number at which the chain is broken, or 0 if it is whole. */
    public static long firstBreak(Connection database) {
        var jdbc = JdbcClient.create(new SingleConnectionDataSource(database, true));
        return new AuditChain(jdbc, new LedgerTime(Clock.systemUTC())).firstBreak();
    }
}
