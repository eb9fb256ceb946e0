package io.retrogate.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** What the ledger of a killed gateway says, read past the gateway. */
record CrashLedger(Path data) {

    /** Transmissions and deliveries that have not ended. */
    long open() throws IOException, SQLException {
        return count(
                "select (select count(*) from ledger_transmission where state = 'RECEIVED')"
                        + " + (select count(*) from ledger_delivery"
                        + " where state in ('READY', 'IN_FLIGHT', 'RETRY'))");
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
                                "select count(*) from (select counter, last from ledger_control_number) c"
                                        + " where last <> (select count(*) from ledger_acknowledgement a"
                                        + " where a.form = case when c.counter like '%ACME%' then '997' else 'CONTRL' end)"))
                .as("control numbers without gaps")
                .isZero();
        assertThat(count("select count(*) from ledger_delivery where state <> 'DELIVERED'"))
                .isZero();
    }
}
