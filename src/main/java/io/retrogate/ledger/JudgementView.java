package io.retrogate.ledger;

import io.retrogate.ledger.LedgerView.Judgement;
import io.retrogate.ledger.LedgerView.Sent;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what partners said of what we sent. */
record JudgementView(JdbcClient jdbc) {

    /** What went out because of a transmission, in the order of the interchanges. */
    List<Sent> sent(UUID transmission) {
        return jdbc.sql(
                        """
                        select s.delivery, s.level, s.interchange_number, s.group_number,
                            s.transaction_number, s.message, s.word, coalesce(j.form, ''),
                            j.transmission
                        from ledger_sent s
                        join ledger_delivery d on d.id = s.delivery
                        left join ledger_judgement j on j.id = s.judgement
                        where d.transmission = ?
                        order by s.sent_at, s.delivery, s.interchange_number, s.group_number,
                            s.transaction_number
                        """)
                .param(transmission)
                .query(
                        (row, number) ->
                                new Sent(
                                        row.getObject(1, UUID.class),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getString(5),
                                        row.getString(6),
                                        row.getString(7),
                                        row.getString(8),
                                        Optional.ofNullable(row.getObject(9, UUID.class))))
                .list();
    }

    /** What a transmission says of documents of ours. */
    List<Judgement> heard(UUID transmission) {
        return jdbc.sql(
                        """
                        select j.form, j.level, j.interchange_number, j.group_number,
                            j.transaction_number, j.document_number, j.word, j.detail, j.problem,
                            s.delivery
                        from ledger_judgement j left join ledger_sent s on s.id = j.sent
                        where j.transmission = ?
                        order by j.heard_at, j.interchange_number, j.group_number,
                            j.transaction_number, j.id
                        """)
                .param(transmission)
                .query(
                        (row, number) ->
                                new Judgement(
                                        row.getString(1),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getString(5),
                                        row.getString(6),
                                        row.getString(7),
                                        row.getString(8),
                                        row.getString(9),
                                        Optional.ofNullable(row.getObject(10, UUID.class))))
                .list();
    }
}
