package io.retrogate.partner;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How we keep up with the partner folders.
 *
 * @param poll how often we look whether a folder has changed
 * @param keyBits size of the RSA keys that we make for ourselves
 */
@ConfigurationProperties("retrogate.partner")
record PartnerProperties(
        @DefaultValue("3s") Duration poll,
        @DefaultValue("" + PartnerFolders.KEY_BITS) int keyBits) {

    PartnerProperties {
        if (poll.compareTo(Duration.ofMillis(100)) < 0) {
            throw new IllegalArgumentException("retrogate.partner.poll is at least 100ms");
        }
        if (keyBits < 2048 || keyBits > 8192) {
            throw new IllegalArgumentException("retrogate.partner.key-bits is 2048 to 8192");
        }
    }
}
