package io.retrogate.deliver;

import io.retrogate.edi.GatewayException;
import io.retrogate.partner.PinnedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.apache.camel.RouteTemplateContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;

/**
 * The route template {@code deliver-ftps}: puts one file into a folder of a partner's FTPS server,
 * under a temporary name first. The server shows the certificate that we were given.
 */
final class FtpsDeliverTemplate {

    private static final String URI =
            "ftps:{{host}}:{{port}}/{{folder}}?username=RAW({{user}})"
                    + "&password=#bean:{{partner}}-{{entry}}-password"
                    + "&sslContextParameters=#{{partner}}-{{entry}}-tls"
                    + "&implicit={{implicit}}&execPbsz=0&execProt=P&passiveMode=true&binary=true"
                    + "&fileExist=Override&autoCreate=false&stepwise=false&disconnect=true"
                    + "&fileName={{fileName}}&tempFileName=.{{fileName}}.${exchangeId}.part"
                    + "&throwExceptionOnConnectFailed=true&maximumReconnectAttempts=0"
                    + "&connectTimeout=10000&soTimeout=20000&timeout=20000";

    RouteBuilder routes() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                routeTemplate("deliver-ftps")
                        .description(
                                "Puts what is handed to `direct:<partner>-<entry>` on the"
                                        + " partner's FTPS server.")
                        .templateParameter("partner")
                        .templateParameter("host", null, "the partner's server")
                        .templateParameter("port", "21", "its port")
                        .templateParameter("user", null, "whom we log in as")
                        .templateParameter("passwordFile", null, "file with our password")
                        .templateParameter(
                                "certificateFile", null, "the server's certificate, in PEM form")
                        .templateParameter("implicit", "false", "TLS from the first byte")
                        .templateParameter("folder", null, "folder on the server, from our home")
                        .templateParameter(
                                "fileName", DeliverTemplates.FILE_NAME, DeliverTemplates.NAMES)
                        .templateParameter("entry", "deliver", DeliverTemplates.ENTRY)
                        .configure(FtpsDeliverTemplate::prepare)
                        .from("direct:{{partner}}-{{entry}}")
                        .errorHandler(noErrorHandler())
                        .to(URI);
            }
        };
    }

    private static void prepare(RouteTemplateContext route) {
        try {
            String password = text(route, "passwordFile");
            bind(route, "password", Files.readString(Path.of(password)).strip());
        } catch (IOException e) {
            throw wrong("passwordFile", "cannot be read");
        }
        try {
            var trust = new TrustManagersParameters();
            trust.setTrustManager(PinnedServer.of(Path.of(text(route, "certificateFile"))));
            var tls = new SSLContextParameters();
            tls.setTrustManagers(trust);
            bind(route, "tls", tls);
        } catch (IOException | GeneralSecurityException e) {
            throw wrong("certificateFile", "is no certificate in PEM form");
        }
    }

    private static void bind(RouteTemplateContext route, String what, Object value) {
        String own = text(route, "partner") + "-" + text(route, "entry") + "-";
        route.getCamelContext().getRegistry().bind(own + what, value);
    }

    private static String text(RouteTemplateContext route, String name) {
        return route.getCamelContext()
                .resolvePropertyPlaceholders(String.valueOf(route.getParameters().get(name)));
    }

    private static GatewayException wrong(String name, String detail) {
        return new GatewayException(
                DeliverProblem.SFTP_PARAMETER, "parameter " + name + " " + detail);
    }
}
