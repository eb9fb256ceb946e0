package io.retrogate.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.ledger.AuditChainReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What the ledger of a killed gateway says, read past the gateway. */
record CrashLedger(Path data) {

    /** Transmissions and deliveries that have not ended. */
    long open() throws IOException, SQLException {
        return count(
                "select (select count(*) from ledger_transmission where state = 'RECEIVED')"
                        + " + (select count(*) from ledger_delivery"
                        + " where state in ('READY', 'IN_FLIGHT', 'RETRY'))");
    }

    /** What an outbox row says the broker has, and nobody has dealt with. */
    long handedOver() throws IOException, SQLException {
        return count(
                "select count(*) from ledger_outbox o where sent_at is not null and (exists"
                        + " (select 1 from ledger_transmission t"
                        + " where t.id = o.reference and t.state = 'RECEIVED') or exists"
                        + " (select 1 from ledger_delivery d"
                        + " where d.id = o.reference and d.state = 'READY'))");
    }

    long delivered(String target) throws IOException, SQLException {
        return count(
                "select count(*) from ledger_delivery where state = 'DELIVERED' and target = '"
                        + target
                        + "'");
    }

    /** Broken off at an endpoint that is not idempotent: whether it acted, a person finds out. */
    long held() throws IOException, SQLException {
        return count("select count(*) from ledger_delivery where state = 'HELD'");
    }

    /** What attempts noted, of those that begin so. */
    List<String> details(String pattern) throws IOException, SQLException {
        try (var database = GatewayProcess.database(data);
                var query =
                        database.prepareStatement(
                                "select detail from ledger_attempt where detail similar to ?")) {
            query.setString(1, pattern);
            var rows = query.executeQuery();
            var details = new ArrayList<String>();
            while (rows.next()) {
                details.add(rows.getString(1));
            }
            return details;
        }
    }

    private long count(String sql) throws IOException, SQLException {
        try (var database = GatewayProcess.database(data);
                var rows = database.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    void check(int documents) throws IOException, SQLException {
        assertThat(count("select count(*) from ledger_transmission where state = 'SETTLED'"))
                .as("every accepted transmission ended once")
                .isEqualTo(documents);
        assertThat(count("select count(*) from ledger_transmission where state <> 'SETTLED'"))
                .isZero();
        assertThat(count("select count(*) from ledger_acknowledgement")).isEqualTo(documents);
        assertThat(
                        count(
                                "select count(*) from ledger_delivery where state <> 'DELIVERED'"
                                        + " and not (state = 'HELD' and target = 'threepl')"))
                .as("neither delivered nor held for a person")
                .isZero();
        assertThat(details("DLV-00[1-4]%")).as("attempts before the folders were known").isEmpty();
        try (var database = GatewayProcess.database(data)) {
            assertThat(AuditChainReader.firstBreak(database)).as("audit chain").isZero();
        }
    }
}
