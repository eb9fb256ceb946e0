package io.retrogate;

import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Adds the spine before any partner folder asks for a queue of its own. */
@Component
final class CamelStart implements SmartLifecycle {

    private final CamelContext camel;
    private final Spine spine;
    private boolean running;

    CamelStart(CamelContext camel, Spine spine) {
        this.camel = camel;
        this.spine = spine;
    }

    @Override
    public void start() {
        add(spine.routes());
        running = true;
    }

    private void add(RouteBuilder routes) {
        try {
            camel.addRoutes(routes);
        } catch (Exception e) { // Camel declares no narrower one
            throw new IllegalStateException("our own routes are broken", e);
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the partner folders are read, which is before the web server opens its port. */
    @Override
    public int getPhase() {
        return -1;
    }
}
