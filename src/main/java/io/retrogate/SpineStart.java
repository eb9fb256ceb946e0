package io.retrogate;

import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Partner folders are read in phase 0, before the web server opens. They ask for queues of their
 * own, so that template comes before them; work begins only once everybody is known.
 */
@Configuration(proxyBeanMethods = false)
class SpineStart {

    @Bean
    SmartLifecycle deliveriesKnown(CamelContext camel, Spine spine) {
        return new AddedRoutes(camel, spine.deliveries(), -1);
    }

    @Bean
    SmartLifecycle transmissionsTaken(CamelContext camel, Spine spine) {
        return new AddedRoutes(camel, spine.transmissions(), 1);
    }

    private static final class AddedRoutes implements SmartLifecycle {
        private final CamelContext camel;
        private final RouteBuilder routes;
        private final int phase;
        private boolean running;

        AddedRoutes(CamelContext camel, RouteBuilder routes, int phase) {
            this.camel = camel;
            this.routes = routes;
            this.phase = phase;
        }

        @Override
        public void start() {
            try {
                camel.addRoutes(routes);
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
            return phase;
        }
    }
}
