package io.retrogate.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wishes to wake somebody up, committed with what they are about; the relay hands them on. */
final class Outbox {

    static final String TRANSMISSION = "retrogate.transmission";

    private static final String INSERT =
            """
            insert into ledger_outbox (id, topic, group_key, reference, available_at)
            values (?, ?, ?, ?, ?)
            """;

    private final JdbcClient jdbc;
    private final LedgerTime time;
    private final Supplier<UUID> ids;

    Outbox(JdbcClient jdbc, LedgerTime time, Supplier<UUID> ids) {
        this.jdbc = jdbc;
        this.time = time;
        this.ids = ids;
    }

    static String delivery(String target) {
        return "retrogate.delivery." + target;
    }

    void add(String topic, String group, UUID reference, Instant availableAt) {
        jdbc.sql(INSERT)
                .params(
                        Parameters.of(
                                ids.get(), topic, group, reference, LedgerTime.sql(availableAt)))
                .update();
    }

    /** Many at once; {@link #add(Batch, String, String, UUID)} fills it. */
    static Batch batch() {
        return new Batch(INSERT);
    }

    void add(Batch batch, String topic, String group, UUID reference) {
        batch.add(ids.get(), topic, group, reference, time.sql());
    }

    /** Skips what another relay holds, and what is not due yet. */
    List<OutboxEntry> claim(int limit, Duration lease) {
        var now = time.now();
        return jdbc.sql(
                        """
                        update ledger_outbox set lease_until = ? where id in (
                            select id from ledger_outbox
                            where sent_at is null and available_at <= ?
                              and (lease_until is null or lease_until < ?)
                            order by available_at limit ? for update skip locked)
                        returning id, topic, group_key, reference
                        """)
                .params(
                        LedgerTime.sql(now.plus(lease)),
                        LedgerTime.sql(now),
                        LedgerTime.sql(now),
                        limit)
                .query(
                        (row, number) ->
                                new OutboxEntry(
                                        row.getObject(1, UUID.class),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getObject(4, UUID.class)))
                .list();
    }

    void confirm(List<UUID> sent) {
        if (!sent.isEmpty()) {
            jdbc.sql("update ledger_outbox set sent_at = :now where id in (:ids)")
                    .param("now", time.sql())
                    .param("ids", sent)
                    .update();
        }
    }
}
