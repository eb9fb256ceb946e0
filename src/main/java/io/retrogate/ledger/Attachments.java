package io.retrogate.ledger;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What came beside documents, in the order of the message. */
final class Attachments {

    private final JdbcClient jdbc;

    Attachments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID transmission, List<Attachment> attachments) {
        int ordinal = 0;
        for (Attachment attachment : attachments) {
            jdbc.sql(
                            """
                            insert into ledger_attachment
                                (transmission, ordinal, name, content_type, address, sha256, size)
                            values (?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            Parameters.of(
                                    transmission,
                                    ++ordinal,
                                    attachment.name(),
                                    attachment.contentType(),
                                    attachment.address(),
                                    attachment.sha256(),
                                    attachment.size()))
                    .update();
        }
    }

    List<Attachment> of(UUID transmission) {
        return jdbc.sql(
                        """
                        select name, content_type, address, sha256, size from ledger_attachment
                        where transmission = ? order by ordinal
                        """)
                .param(transmission)
                .query(
                        (row, number) ->
                                new Attachment(
                                        row.getString(1),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getLong(5)))
                .list();
    }
}
