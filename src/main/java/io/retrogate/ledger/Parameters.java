package io.retrogate.ledger;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statement parameters, some of which are null in the database. */
final class Parameters {

    private Parameters() {}

    @SuppressWarnings("NullAway") // JdbcClient takes nulls, its list type does not say so
    static List<Object> of(@Nullable Object... values) {
        return Arrays.asList(values);
    }
}
