package io.retrogate;

import org.apache.camel.CamelContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Lets work begin once everybody is known: partner folders are read in phase 0, this is phase 1,
 * and the web server opens its port after both.
 */
@Component
final class SpineStart implements SmartLifecycle {

    private final CamelContext camel;
    private final Spine spine;
    private final DeliveryRoutes deliveries;
    private boolean running;

    SpineStart(CamelContext camel, Spine spine, DeliveryRoutes deliveries) {
        this.camel = camel;
        this.spine = spine;
        this.deliveries = deliveries;
    }

    @Override
    public void start() {
        try {
            camel.addRoutes(spine.deliveries());
            deliveries.open();
            camel.addRoutes(spine.transmissions());
        } catch (Exception e) { // Camel declares no narrower one
            throw new IllegalStateException("our own routes are broken", e);
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 1;
    }
}
