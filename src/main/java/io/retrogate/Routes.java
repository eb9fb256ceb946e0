package io.retrogate;

import io.retrogate.edi.GatewayException;
import java.util.Map;
import org.apache.camel.CamelContext;

/** Adds and removes single routes of a running Camel. */
final class Routes {

    private Routes() {}

    static void add(CamelContext camel, String id, String template, Map<String, Object> values) {
        try {
            camel.addRouteFromTemplate(id, template, values);
        } catch (Exception e) { // Camel declares no narrower one
            throw new GatewayException(RootProblem.ROUTE_BROKEN, id, e);
        }
    }

    static void remove(CamelContext camel, String id) {
        try {
            if (camel.getRoute(id) != null) {
                camel.getRouteController().stopRoute(id);
                camel.removeRoute(id);
            }
        } catch (Exception e) { // Camel declares no narrower one
            throw new GatewayException(RootProblem.ROUTE_BROKEN, id, e);
        }
    }
}
