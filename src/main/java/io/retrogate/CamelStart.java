package io.retrogate;

import io.retrogate.deliver.SftpDeliverTemplate;
import io.retrogate.receive.SftpReceiveTemplate;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Makes the templates known before any partner folder fills one in, and the spine with them. */
@Component
final class CamelStart implements SmartLifecycle {

    private final CamelContext camel;
    private final Spine spine;
    private final SftpReceiveTemplate receive;
    private final SftpDeliverTemplate deliver;
    private boolean running;

    CamelStart(
            CamelContext camel,
            Spine spine,
            SftpReceiveTemplate receive,
            SftpDeliverTemplate deliver) {
        this.camel = camel;
        this.spine = spine;
        this.receive = receive;
        this.deliver = deliver;
    }

    @Override
    public void start() {
        add(receive.routes());
        add(deliver.routes());
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
