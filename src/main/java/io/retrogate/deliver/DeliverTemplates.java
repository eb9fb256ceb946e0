package io.retrogate.deliver;

import java.util.List;
import java.util.function.Supplier;
import org.apache.camel.builder.RouteBuilder;

/** The route templates by which partner folders say how files go to a partner. */
public final class DeliverTemplates {

    static final String FILE_NAME = "${header." + RoutePost.FILE_NAME + "}";
    static final String NAMES = "may use `RetrogateForm`, `RetrogateSubject`, `RetrogateKey`";
    static final String ENTRY = "another one if a route of the folder stands before it";

    /** A builder belongs to one context, so each is made anew. */
    public List<Supplier<RouteBuilder>> all() {
        return List.of(
                new SftpDeliverTemplate()::routes,
                new FtpsDeliverTemplate()::routes,
                new FolderDeliverTemplate()::routes);
    }
}
