package io.retrogate.ledger;

import io.retrogate.edi.GatewayException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** A database that forgets commits is no ledger: we refuse to run on one. */
final class DurabilityGuard {

    private static final Map<String, Set<String>> WANTED =
            Map.of(
                    "fsync", Set.of("on"),
                    "full_page_writes", Set.of("on"),
                    "synchronous_commit", Set.of("on", "remote_write", "remote_apply"));

    private DurabilityGuard() {}

    static void check(DataSource database) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (var setting : WANTED.entrySet()) {
                try (var row = statement.executeQuery("show " + setting.getKey())) {
                    row.next();
                    var value = row.getString(1);
                    if (!setting.getValue().contains(value)) {
                        throw new GatewayException(
                                LedgerProblem.NOT_DURABLE, setting.getKey() + " is " + value);
                    }
                }
            }
        } catch (SQLException e) {
            throw new GatewayException(
                    LedgerProblem.POSTGRES_NOT_STARTED, "cannot ask the database", e);
        }
    }
}
