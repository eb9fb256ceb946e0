package io.retrogate.receive;

import io.retrogate.ledger.Arrival;
import io.retrogate.partner.PinnedServer;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.apache.camel.RouteTemplateContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;

/**
 * The route template {@code receive-ftps}: takes complete files from a partner's FTPS server. The
 * server shows the certificate that we were given.
 */
final class FtpsReceiveTemplate {

    private static final String URI =
            "ftps:{{host}}:{{port}}/{{folder}}?username=RAW({{user}})"
                    + "&password=#bean:{{route}}-password"
                    + "&sslContextParameters=#{{route}}-tls"
                    + "&implicit={{implicit}}&execPbsz=0&execProt=P&passiveMode=true&binary=true"
                    + "&autoCreate=false&stepwise=false&fastExistsCheck=true&localWorkDirectory=#bean:{{route}}-work"
                    + "&throwExceptionOnConnectFailed=true&maximumReconnectAttempts=0"
                    + "&connectTimeout=10000&soTimeout=30000&timeout=30000&"
                    + Polling.OPTIONS;

    private final Polling polling;

    FtpsReceiveTemplate(Polling polling) {
        this.polling = polling;
    }

    RouteBuilder routes() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                var template =
                        routeTemplate("receive-ftps")
                                .description("Takes complete files from the partner's FTPS server.")
                                .templateParameter("partner")
                                .templateParameter("route")
                                .templateParameter("host", null, "the partner's server")
                                .templateParameter("port", "21", "its port")
                                .templateParameter("user", null, "whom we log in as")
                                .templateParameter("passwordFile", null, "file with our password")
                                .templateParameter(
                                        "certificateFile",
                                        null,
                                        "the server's certificate, in PEM form")
                                .templateParameter("implicit", "false", "TLS from the first byte")
                                .templateParameter(
                                        "folder", null, "folder on the server, from our home");
                Polling.declare(template)
                        .configure(FtpsReceiveTemplate.this::prepare)
                        .from(URI)
                        .errorHandler(noErrorHandler())
                        .process("{{route}}-pickup");
            }
        };
    }

    private void prepare(RouteTemplateContext route) {
        var parameters = new TemplateParameters(route);
        String place =
                parameters.text("host")
                        + ":"
                        + parameters.text("port")
                        + "/"
                        + parameters.text("folder");
        parameters.flag("implicit");
        polling.prepare(parameters, Arrival.Channel.FTPS, "ftps://" + place);
        String own = parameters.text("route");
        parameters.bind(own + "-password", parameters.secret("passwordFile"));
        try {
            var trust = new TrustManagersParameters();
            trust.setTrustManager(PinnedServer.of(Path.of(parameters.readable("certificateFile"))));
            var tls = new SSLContextParameters();
            tls.setTrustManagers(trust);
            parameters.bind(own + "-tls", tls);
        } catch (IOException | GeneralSecurityException e) {
            throw TemplateParameters.wrong("certificateFile", "is no certificate in PEM form");
        }
    }
}
