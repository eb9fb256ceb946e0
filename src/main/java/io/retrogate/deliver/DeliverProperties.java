package io.retrogate.deliver;

import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How persistent we are.
 *
 * @param firstRetryAfter the longest wait before the second attempt; doubles each time
 * @param maxBackoff the longest wait between two attempts
 * @param maxRetryAfter the longest Retry-After that we obey
 * @param giveUpAfterAttempts then the delivery is dead; with the other defaults after about a day
 * @param leaseMargin how much longer than the deadline a claim lasts
 * @param partnerDeadline total time of one attempt to hand an acknowledgement to a partner
 * @param proxy by which partners are reached, such as {@code http://proxy.example:3128}; none: as
 *     the JVM's own properties say, and they say none by default
 * @param source who sends the events (CloudEvents {@code source})
 */
@ConfigurationProperties("retrogate.deliver")
record DeliverProperties(
        @DefaultValue("30s") Duration firstRetryAfter,
        @DefaultValue("1h") Duration maxBackoff,
        @DefaultValue("24h") Duration maxRetryAfter,
        @DefaultValue("48") int giveUpAfterAttempts,
        @DefaultValue("15s") Duration leaseMargin,
        @DefaultValue("60s") Duration partnerDeadline,
        @Nullable URI proxy,
        @DefaultValue("urn:retrogate") String source) {

    DeliverProperties {
        if (giveUpAfterAttempts < 1) {
            throw new IllegalArgumentException(
                    "retrogate.deliver.give-up-after-attempts is 1 or more");
        }
        if (leaseMargin.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("retrogate.deliver.lease-margin is 1s or more");
        }
        if (proxy != null && (!"http".equals(proxy.getScheme()) || proxy.getPort() < 1)) {
            throw new IllegalArgumentException("retrogate.deliver.proxy is http://HOST:PORT");
        }
    }

    /** By which way partners are reached. */
    ProxySelector partnerProxy() {
        return proxy == null
                ? ProxySelector.getDefault()
                : ProxySelector.of(new InetSocketAddress(proxy.getHost(), proxy.getPort()));
    }
}
