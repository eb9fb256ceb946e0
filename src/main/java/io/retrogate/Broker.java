package io.retrogate;

import jakarta.jms.ConnectionFactory;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.camel.component.jms.JmsComponent;
import org.springframework.boot.autoconfigure.jms.artemis.ArtemisConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Artemis, embedded unless {@code spring.artemis} names another. It spreads work and isolates slow
 * targets; the ledger can rebuild all that is in it.
 */
@Configuration(proxyBeanMethods = false)
class Broker {

    /** The default of 3.3 ms gave a tenth of the durable commits each second. */
    private static final int BUFFER_TIMEOUT_NANOS = 400_000;

    @Bean
    ArtemisConfigurationCustomizer durableJournal() {
        return configuration -> {
            configuration.setJournalType(JournalType.NIO);
            configuration.setJournalBufferTimeout_NIO(BUFFER_TIMEOUT_NANOS);
            configuration.setJournalDatasync(true);
            configuration.setJournalSyncTransactional(true);
            configuration.setJournalSyncNonTransactional(true);
            configuration.setSecurityEnabled(false);
            configuration.addAddressSetting("#", work());
        };
    }

    /** Without a dead-letter address Artemis removes a message that failed too often. */
    private static AddressSettings work() {
        return new AddressSettings()
                .setDeadLetterAddress(SimpleString.of("DLQ"))
                .setExpiryAddress(SimpleString.of("ExpiryQueue"))
                .setMaxDeliveryAttempts(10)
                .setRedeliveryDelay(1000)
                .setRedeliveryMultiplier(2)
                .setMaxRedeliveryDelay(30_000)
                .setMaxSizeBytes(64L << 20)
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE);
    }

    @Bean
    JmsComponent jms(ConnectionFactory connections) {
        var jms = new JmsComponent();
        jms.setConnectionFactory(connections);
        jms.setTransacted(true);
        jms.setLazyCreateTransactionManager(false);
        jms.setCacheLevelName("CACHE_CONSUMER");
        return jms;
    }
}
