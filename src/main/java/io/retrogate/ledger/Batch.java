package io.retrogate.ledger;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/** Rows that the same statement writes, sent to the database together. */
final class Batch {

    private final String sql;
    private final List<Object[]> rows = new ArrayList<>();

    Batch(String sql) {
        this.sql = sql;
    }

    void add(@Nullable Object... values) {
        rows.add(Parameters.of(values).toArray());
    }

    /** If one row cannot be written this fails, and with it the transaction. */
    void write(JdbcOperations jdbc) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(sql, rows);
        }
    }
}
