package io.retrogate;

import io.retrogate.ledger.Failpoint;
import io.retrogate.ledger.Failpoints;
import io.retrogate.ledger.Ledger;
import io.retrogate.ledger.OutboxEntry;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jms.core.JmsTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Hands committed wishes to the broker (C2, C3). Each is sent by itself: one duplicate in a JMS
 * transaction would make Artemis ignore all of it.
 */
@Component
class Relay {

    private static final Logger log = LoggerFactory.getLogger(Relay.class);
    private static final int BATCH = 200;
    private static final Duration LEASE = Duration.ofSeconds(20);

    private final Ledger ledger;
    private final JmsTemplate broker;
    private final Failpoints failpoints;

    Relay(Ledger ledger, JmsTemplate broker, Failpoints failpoints) {
        this.ledger = ledger;
        this.broker = broker;
        this.failpoints = failpoints;
    }

    @Scheduled(fixedDelayString = "${retrogate.relay.every:50ms}")
    void relay() {
        try {
            List<OutboxEntry> entries;
            do {
                entries = ledger.claimOutbox(BATCH, LEASE);
                if (!entries.isEmpty()) {
                    failpoints.reach(Failpoint.OUTBOX_CLAIMED);
                    entries.forEach(this::send);
                    failpoints.reach(Failpoint.BROKER_CONFIRMED);
                    ledger.confirmSent(entries.stream().map(OutboxEntry::id).toList());
                    failpoints.reach(Failpoint.OUTBOX_SENT);
                }
            } while (entries.size() == BATCH);
        } catch (RuntimeException e) {
            // They come again when the lease ends; the next run may find broker and database.
            log.atWarn().addKeyValue("problem", "GTW-001").setCause(e).log("relay interrupted");
        }
    }

    private void send(OutboxEntry entry) {
        broker.send(entry.topic(), session -> message(session, entry));
    }

    private static jakarta.jms.Message message(Session session, OutboxEntry entry)
            throws JMSException {
        var message = session.createTextMessage(entry.reference().toString());
        message.setStringProperty("_AMQ_DUPL_ID", entry.id().toString());
        if (!entry.group().isEmpty()) {
            message.setStringProperty("JMSXGroupID", entry.group());
        }
        return message;
    }
}
