package io.retrogate.deliver;

import java.util.List;
import java.util.function.Supplier;
import org.apache.camel.builder.RouteBuilder;

/** The route templates by which partner folders say how files go to a partner. */
public final class DeliverTemplates {

    /** A builder belongs to one context, so each is made anew. */
    public List<Supplier<RouteBuilder>> all() {
        return List.of(new SftpDeliverTemplate()::routes);
    }
}
