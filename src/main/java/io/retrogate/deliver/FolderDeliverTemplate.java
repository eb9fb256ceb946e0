package io.retrogate.deliver;

import io.retrogate.edi.GatewayException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.RouteTemplateContext;
import org.apache.camel.builder.RouteBuilder;

/**
 * The route templates {@code deliver-folder} and {@code deliver-home}: put one file into a folder
 * of this machine, under a temporary name first; the second one where the partner fetches it from
 * our own SFTP server.
 */
final class FolderDeliverTemplate {

    private static final String OPTIONS =
            "?fileName={{fileName}}&tempFileName=.{{fileName}}.${exchangeId}.part"
                    + "&fileExist=Override&allowNullBody=false&autoCreate=";

    private static final String HOME = "{{retrogate.data:.retrogate}}/sftp/{{partner}}/out";

    RouteBuilder routes() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                routeTemplate("deliver-folder")
                        .description(
                                "Puts what is handed to `direct:<partner>-<entry>` into a folder"
                                        + " of this machine.")
                        .templateParameter("partner")
                        .templateParameter(
                                "folder", null, "absolute path of a folder that is there")
                        .templateParameter("fileName", DeliverTemplates.FILE_NAME, NAMES)
                        .templateParameter("entry", "deliver", DeliverTemplates.ENTRY)
                        .configure(FolderDeliverTemplate::check)
                        .from("direct:{{partner}}-{{entry}}")
                        .errorHandler(noErrorHandler())
                        .to("file:{{folder}}" + OPTIONS + "false");
                routeTemplate("deliver-home")
                        .description(
                                "Puts what is handed to `direct:<partner>-<entry>` into `out` of"
                                        + " the partner's home on our own SFTP server.")
                        .templateParameter("partner")
                        .templateParameter("fileName", DeliverTemplates.FILE_NAME, NAMES)
                        .templateParameter("entry", "deliver", DeliverTemplates.ENTRY)
                        .from("direct:{{partner}}-{{entry}}")
                        .errorHandler(noErrorHandler())
                        .to("file:" + HOME + OPTIONS + "true");
            }
        };
    }

    private static final String NAMES = DeliverTemplates.NAMES;

    private static void check(RouteTemplateContext route) {
        String folder =
                route.getCamelContext()
                        .resolvePropertyPlaceholders(
                                String.valueOf(route.getParameters().get("folder")));
        if (!folder.startsWith("/")
                || folder.contains("?")
                || !Files.isDirectory(Path.of(folder))) {
            throw new GatewayException(
                    DeliverProblem.SFTP_PARAMETER,
                    "parameter folder is the absolute path of a folder, not '" + folder + "'");
        }
    }
}
