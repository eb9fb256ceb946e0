package io.retrogate;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much is committed at once.
 *
 * @param instalment so many documents; a transmission with more transaction sets is settled in
 *     instalments
 */
@ConfigurationProperties("retrogate.settle")
record SettleProperties(@DefaultValue("500") int instalment) {

    SettleProperties {
        if (instalment < 1) {
            throw new IllegalArgumentException("retrogate.settle.instalment is at least 1");
        }
    }
}
