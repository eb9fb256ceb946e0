package io.retrogate.ledger;

import io.retrogate.ledger.PartnerJudgement.Level;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps the control numbers of what we send, and writes down what partners say of it. A word only
 * ever makes a verdict graver: acknowledgements come late, twice and in any order, and what one has
 * rejected no later one makes good.
 */
final class PartnerJudgements {

    private static final Logger log = LoggerFactory.getLogger(PartnerJudgements.class);

    private final JdbcClient jdbc;
    private final LedgerTime time;
    private final Supplier<UUID> ids;

    PartnerJudgements(JdbcClient jdbc, LedgerTime time, Supplier<UUID> ids) {
        this.jdbc = jdbc;
        this.time = time;
        this.ids = ids;
    }

    /** Anything that goes out to a partner; what is no interchange has no numbers. */
    void sent(UUID delivery, String partner, String content) {
        var sent = SentInterchange.of(content);
        for (var part : sent.parts()) {
            jdbc.sql(
                            """
                            insert into ledger_sent (id, delivery, partner, standard, level,
                                interchange_number, group_code, group_number, transaction_number,
                                message, document_number, sent_at)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            Parameters.of(
                                    ids.get(),
                                    delivery,
                                    partner,
                                    sent.standard().name(),
                                    part.level().name(),
                                    part.interchange(),
                                    part.groupCode(),
                                    part.group(),
                                    part.transaction(),
                                    part.message(),
                                    part.document(),
                                    time.sql()))
                    .update();
        }
    }

    void heard(UUID transmission, PartnerJudgement judgement) {
        var partner =
                jdbc.sql("select partner from ledger_transmission where id = ?")
                        .param(transmission)
                        .query(String.class)
                        .single();
        var named = named(partner, judgement);
        var id = ids.get();
        var problem = named.isEmpty() ? LedgerProblem.NOTHING_SENT.id() : "";
        insert(id, transmission, named.isEmpty() ? null : named.get(0), judgement, problem);
        if (named.isEmpty()) {
            log.atWarn()
                    .addKeyValue("problem", problem)
                    .addKeyValue("remedy", LedgerProblem.NOTHING_SENT.remedy())
                    .addKeyValue("transmission", transmission)
                    .addKeyValue("partner", partner)
                    .addKeyValue("form", judgement.form())
                    .log("an acknowledgement of nothing that we sent");
        }
        for (var sent : judgement.contents() ? within(named) : named) {
            jdbc.sql(
                            """
                            update ledger_sent set word = :word, judgement = :judgement,
                                gravity = :gravity
                            where id = :id and gravity < :gravity
                            """)
                    .param("word", judgement.word().name())
                    .param("judgement", id)
                    .param("gravity", judgement.word().ordinal() + 1)
                    .param("id", sent)
                    .update();
        }
    }

    /** The one that was sent last, as control numbers come round again; empty if there is none. */
    private List<UUID> named(String partner, PartnerJudgement judgement) {
        if (judgement.interchange().isEmpty()
                && judgement.group().isEmpty()
                && judgement.document().isEmpty()) {
            return List.of();
        }
        return jdbc.sql(
                        """
                        select id from ledger_sent
                        where partner = :partner and standard = :standard and level = :level
                          and (:interchange = '' or interchange_number = :interchange)
                          and (:code = '' or group_code = :code)
                          and (:group = '' or group_number = :group)
                          and (:transaction = '' or transaction_number = :transaction)
                          and (:document = '' or document_number = :document)
                        order by sent_at desc, id limit 1
                        """)
                .param("partner", partner)
                .param("standard", judgement.standard().name())
                .param("level", judgement.level().name())
                .param("interchange", number(judgement, judgement.interchange()))
                .param("code", Parameters.text(judgement.groupCode()))
                .param("group", number(judgement, judgement.group()))
                .param("transaction", Parameters.text(judgement.transaction()))
                .param("document", Parameters.text(judgement.document()))
                .query(UUID.class)
                .list();
    }

    private static String number(PartnerJudgement judgement, String number) {
        return Parameters.text(SentInterchange.number(judgement.standard(), number));
    }

    /** With everything that the interchange or the group holds. */
    private List<UUID> within(List<UUID> named) {
        return named.stream()
                .flatMap(
                        id ->
                                jdbc
                                        .sql(
                                                """
                                                select part.id from ledger_sent whole
                                                join ledger_sent part
                                                  on part.delivery = whole.delivery
                                                where whole.id = :id and (whole.level = :all
                                                  or part.group_number = whole.group_number
                                                  and part.group_code = whole.group_code)
                                                """)
                                        .param("id", id)
                                        .param("all", Level.INTERCHANGE.name())
                                        .query(UUID.class)
                                        .list()
                                        .stream())
                .toList();
    }

    private void insert(
            UUID id,
            UUID transmission,
            @Nullable UUID sent,
            PartnerJudgement judgement,
            String problem) {
        jdbc.sql(
                        """
                        insert into ledger_judgement (id, transmission, sent, form, level,
                            interchange_number, group_number, transaction_number, document_number,
                            word, detail, problem, heard_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        Parameters.of(
                                id,
                                transmission,
                                sent,
                                judgement.form(),
                                judgement.level().name(),
                                judgement.interchange(),
                                judgement.group(),
                                judgement.transaction(),
                                judgement.document(),
                                judgement.word().name(),
                                judgement.detail(),
                                problem,
                                time.sql()))
                .update();
    }
}
