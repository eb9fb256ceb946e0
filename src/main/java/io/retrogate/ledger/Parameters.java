package io.retrogate.ledger;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statement parameters, some of which are null in the database. */
final class Parameters {

    private Parameters() {}

    @SuppressWarnings("NullAway") // JdbcClient takes nulls, its list type does not say so
    static List<Object> of(@Nullable Object... values) {
        var parameters = new ArrayList<Object>(values.length);
        for (@Nullable Object value : values) {
            parameters.add(value instanceof String ? text((String) value) : value);
        }
        return parameters;
    }

    /** Partners send what they like; PostgreSQL's text takes every character but U+0000. */
    static String text(String value) {
        return value.replace('\0', '\uFFFD');
    }
}
