package io.retrogate.ledger;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Re-emits what nobody works on: the broker may have lost it, or its worker died. */
final class Sweeps {

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final LedgerTime time;
    private final Duration stuckAfter;

    Sweeps(JdbcClient jdbc, Outbox outbox, LedgerTime time, Duration stuckAfter) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.time = time;
        this.stuckAfter = stuckAfter;
    }

    private record Stuck(UUID id, String group, String topic) {}

    int sweep() {
        var now = LedgerTime.sql(time.now());
        var longAgo = LedgerTime.sql(time.now().minus(stuckAfter));
        var stuck =
                jdbc.sql(
                                """
                                select t.id, t.partner as group_key, 'retrogate.transmission' as topic
                                from ledger_transmission t
                                where t.state = 'RECEIVED' and t.received_at < :longAgo
                                  and not exists (select 1 from ledger_outbox o
                                    where o.reference = t.id
                                      and (o.sent_at is null or o.sent_at > :longAgo))
                                union all
                                select d.id, d.subject, 'retrogate.delivery.' || d.target
                                from ledger_delivery d
                                where (d.state = 'READY' and d.created_at < :longAgo
                                    or d.state in ('RETRY', 'AWAITED') and d.next_attempt_at < :longAgo
                                    or d.state = 'IN_FLIGHT' and d.lease_until < :now)
                                  and not exists (select 1 from ledger_outbox o
                                    where o.reference = d.id
                                      and (o.sent_at is null
                                        or o.sent_at > greatest(:longAgo, d.lease_until)))
                                limit 1000
                                """)
                        .param("longAgo", longAgo)
                        .param("now", now)
                        .query(
                                (row, number) ->
                                        new Stuck(
                                                row.getObject(1, UUID.class),
                                                row.getString(2),
                                                row.getString(3)))
                        .list();
        stuck.forEach(s -> outbox.add(s.topic(), s.group(), s.id(), time.now()));
        forget(longAgo);
        return stuck.size();
    }

    /** Sent wishes are of no use once they are older than what a sweep looks at. */
    private void forget(OffsetDateTime longAgo) {
        jdbc.sql("delete from ledger_outbox where sent_at < ?").param(longAgo).update();
    }
}
