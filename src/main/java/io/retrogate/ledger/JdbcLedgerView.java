package io.retrogate.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads for people; a page of transmissions at a time, each with all that came of it. */
final class JdbcLedgerView implements LedgerView {

    private final JdbcClient jdbc;
    private final JudgementView judgements;
    private final Attachments attachments;
    private final ReceiptView receipts;

    JdbcLedgerView(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.judgements = new JudgementView(jdbc);
        this.attachments = new Attachments(jdbc);
        this.receipts = new ReceiptView(jdbc);
    }

    @Override
    public List<Story> search(String text, int limit, int offset) {
        var found =
                text.isBlank()
                        ? jdbc.sql(
                                "select * from ledger_transmission order by received_at desc, id"
                                        + " limit :limit offset :offset")
                        : jdbc.sql(
                                        """
                                        select * from ledger_transmission t where t.id in (
                                            select id from ledger_transmission
                                                where message_id in (:text, '<' || :text || '>')
                                                   or (file_name = :text and file_name <> '')
                                                   or id::text = :text
                                            union select transmission from ledger_document
                                                where rma = :text or document_number = :text
                                            union select transmission from ledger_interchange
                                                where control_number = :text
                                            union select transmission from ledger_acknowledgement
                                                where control_number = :text
                                            union select transmission from ledger_judgement
                                                where problem <> '' and problem = :text)
                                        order by received_at desc, id limit :limit offset :offset
                                        """)
                                .param("text", Parameters.text(text.strip()));
        return found
                .param("limit", limit)
                .param("offset", offset)
                .query(JdbcLedger::transmission)
                .list()
                .stream()
                .map(this::story)
                .toList();
    }

    @Override
    public Optional<Story> story(UUID transmission) {
        return jdbc.sql("select * from ledger_transmission where id = ?")
                .param(transmission)
                .query(JdbcLedger::transmission)
                .optional()
                .map(this::story);
    }

    @Override
    public Map<String, Long> counts() {
        var counts = new TreeMap<String, Long>();
        jdbc.sql(
                        """
                        select 'transmission.' || state, count(*) from ledger_transmission group by 1
                        union all
                        select 'delivery.' || state, count(*) from ledger_delivery group by 1
                        """)
                .query(
                        row -> {
                            counts.put(row.getString(1), row.getLong(2));
                        });
        return counts;
    }

    @Override
    public Optional<Document> document(UUID id) {
        return jdbc.sql(
                        """
                        select id, ordinal, message_type, control_number, kind, document_number,
                            rma, canonical_address
                        from ledger_document where id = ?
                        """)
                .param(id)
                .query(JdbcLedgerView::document)
                .optional();
    }

    @Override
    public boolean writable() {
        return jdbc.sql(
                        "select not pg_is_in_recovery()"
                                + " and current_setting('transaction_read_only') = 'off'")
                .query(Boolean.class)
                .single();
    }

    private Story story(Transmission transmission) {
        var id = transmission.id();
        return new Story(
                transmission,
                attachments.of(id),
                interchanges(id),
                documents(id),
                acknowledgements(id),
                deliveries(id),
                judgements.sent(id),
                judgements.heard(id));
    }

    private List<Interchange> interchanges(UUID transmission) {
        return jdbc.sql(
                        """
                        select standard, sender, receiver, control_number, verdict, findings
                        from ledger_interchange where transmission = ? order by ordinal
                        """)
                .param(transmission)
                .query(
                        (row, number) ->
                                new Interchange(
                                        row.getString(1),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getString(5),
                                        row.getString(6).lines().toList()))
                .list();
    }

    private List<Document> documents(UUID transmission) {
        return jdbc.sql(
                        """
                        select id, ordinal, message_type, control_number, kind, document_number,
                            rma, canonical_address
                        from ledger_document where transmission = ? order by interchange, ordinal
                        """)
                .param(transmission)
                .query(JdbcLedgerView::document)
                .list();
    }

    private List<Acknowledgement> acknowledgements(UUID transmission) {
        return jdbc.sql(
                        """
                        select coalesce(delivery, id), form, control_number, verdict, content,
                            created_at
                        from ledger_acknowledgement where transmission = ? order by control_number
                        """)
                .param(transmission)
                .query(
                        (row, number) ->
                                new Acknowledgement(
                                        row.getObject(1, UUID.class),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getString(5),
                                        row.getObject(6, OffsetDateTime.class).toInstant()))
                .list();
    }

    private List<Delivery> deliveries(UUID transmission) {
        var came = receipts.of(transmission);
        return jdbc.sql(
                        """
                        select id, document, form, target, state, attempts, last_status,
                            last_detail, idempotency_key, next_attempt_at,
                            (select max(a.ended_at) from ledger_attempt a
                             where a.delivery = ledger_delivery.id and a.outcome = 'AWAITED')
                        from ledger_delivery where transmission = ? order by created_at, target
                        """)
                .param(transmission)
                .query(
                        (row, number) ->
                                new Delivery(
                                        row.getObject(1, UUID.class),
                                        Optional.ofNullable(row.getObject(2, UUID.class)),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getString(5),
                                        row.getInt(6),
                                        row.getInt(7),
                                        row.getString(8),
                                        row.getString(9),
                                        instant(row.getObject(10, OffsetDateTime.class)),
                                        instant(row.getObject(11, OffsetDateTime.class)),
                                        came.getOrDefault(row.getObject(1, UUID.class), List.of())))
                .list();
    }

    private static Optional<Instant> instant(@Nullable OffsetDateTime time) {
        return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
    }

    private static Document document(ResultSet row, int number) throws SQLException {
        return new Document(
                row.getObject(1, UUID.class),
                row.getInt(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8));
    }
}
