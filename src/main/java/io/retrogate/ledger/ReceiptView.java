package io.retrogate.ledger;

import io.retrogate.ledger.LedgerView.CameReceipt;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The receipts that came on connections of their own, for people to read. */
final class ReceiptView {

    private final JdbcClient jdbc;

    ReceiptView(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By delivery, oldest first. */
    Map<UUID, List<CameReceipt>> of(UUID transmission) {
        var receipts = new HashMap<UUID, List<CameReceipt>>();
        jdbc.sql(
                        """
                        select d.id, r.id, r.received_at, r.judgement, r.headers, r.address
                        from ledger_receipt r join ledger_delivery d on d.id = r.delivery
                        where d.transmission = ? order by r.received_at, r.id
                        """)
                .param(transmission)
                .query(
                        row -> {
                            receipts.computeIfAbsent(
                                            row.getObject(1, UUID.class), d -> new ArrayList<>())
                                    .add(
                                            new CameReceipt(
                                                    row.getObject(2, UUID.class),
                                                    row.getObject(3, OffsetDateTime.class)
                                                            .toInstant(),
                                                    row.getString(4),
                                                    row.getString(5),
                                                    row.getString(6)));
                        });
        return receipts;
    }
}
