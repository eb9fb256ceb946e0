package io.retrogate.ledger;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the ledger lives.
 *
 * @param url of a PostgreSQL; empty: the bundled one, under the data directory
 * @param passwordFile holds the password of {@code user}
 * @param stuckAfter when something nobody works on is emitted again
 */
@ConfigurationProperties("retrogate.ledger")
record LedgerProperties(
        @DefaultValue("") String url,
        @DefaultValue("retrogate") String user,
        @DefaultValue("ledger-password") Path passwordFile,
        @DefaultValue("2m") Duration stuckAfter) {}
