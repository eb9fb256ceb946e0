package io.retrogate.ledger;

import io.retrogate.edi.ControlNumber;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Without gaps for each pair of parties: the row lock holds until the number's user commits. */
final class ControlNumbers {

    private final JdbcClient jdbc;

    ControlNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Nine digits, as ISA13 wants them; after 999999999 comes 1. */
    ControlNumber next(String counter) {
        long number =
                jdbc.sql(
                                """
                                insert into ledger_control_number (counter, last) values (?, 1)
                                on conflict (counter) do update
                                    set last = ledger_control_number.last % 999999999 + 1
                                returning last
                                """)
                        .param(counter)
                        .query(Long.class)
                        .single();
        return new ControlNumber(String.format("%09d", number));
    }
}
