package io.retrogate.receive;

import io.retrogate.ledger.Arrival;
import java.nio.file.Path;
import org.apache.camel.RouteTemplateContext;
import org.apache.camel.builder.RouteBuilder;

/**
 * The route template {@code receive-folder}: takes complete files from a folder of this machine.
 */
final class FolderReceiveTemplate {

    private static final String URI =
            "file:{{folder}}?autoCreate=false&directoryMustExist=true&" + Polling.OPTIONS;

    private final Polling polling;
    private final Path data;

    /** Nothing is taken from {@code data}, which is the gateway's own. */
    FolderReceiveTemplate(Polling polling, Path data) {
        this.polling = polling;
        this.data = data.toAbsolutePath().normalize();
    }

    RouteBuilder routes() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                var template =
                        routeTemplate("receive-folder")
                                .description("Takes complete files from a folder of this machine.")
                                .templateParameter("partner")
                                .templateParameter("route")
                                .templateParameter(
                                        "folder",
                                        null,
                                        "absolute path, outside the data directory");
                Polling.declare(template)
                        .configure(FolderReceiveTemplate.this::prepare)
                        .from(URI)
                        .errorHandler(noErrorHandler())
                        .process("{{route}}-pickup");
            }
        };
    }

    private void prepare(RouteTemplateContext route) {
        var parameters = new TemplateParameters(route);
        String folder = parameters.text("folder");
        if (!folder.startsWith("/") || folder.contains("?")) {
            throw TemplateParameters.wrong("folder", "is an absolute path, not '" + folder + "'");
        }
        Path path = Path.of(folder).normalize();
        if (path.startsWith(data) || data.startsWith(path)) {
            throw TemplateParameters.wrong("folder", "is outside the data directory " + data);
        }
        polling.prepare(parameters, Arrival.Channel.FOLDER, path.toUri().toString());
    }
}
