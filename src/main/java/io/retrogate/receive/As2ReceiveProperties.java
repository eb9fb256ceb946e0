package io.retrogate.receive;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The AS2 front.
 *
 * @param path of the one URL for all partners
 * @param maxBody of known partners, whose agreement may set less
 * @param maxStrangerBody of names without an agreement, whose messages are kept only as evidence
 * @param maxTime for the whole body
 * @param atOnce messages under way to us at the same time, of all together
 * @param strangersAtOnce of names without an agreement
 * @param retryAfter what a partner is told when we cannot keep anything now
 */
@ConfigurationProperties("retrogate.receive.as2")
record As2ReceiveProperties(
        @DefaultValue("/as2") String path,
        @DefaultValue("1GB") DataSize maxBody,
        @DefaultValue("16MB") DataSize maxStrangerBody,
        @DefaultValue("10m") Duration maxTime,
        @DefaultValue("128") int atOnce,
        @DefaultValue("4") int strangersAtOnce,
        @DefaultValue("60s") Duration retryAfter) {}
