package io.retrogate.receive;

import io.retrogate.ledger.Arrival;
import org.apache.camel.RouteTemplateContext;
import org.apache.camel.builder.RouteBuilder;

/**
 * The route template {@code receive-sftp}: takes complete files from a partner's SFTP server. The
 * server must be the one that the known hosts file says.
 */
final class SftpReceiveTemplate {

    private static final String URI =
            "sftp:{{host}}:{{port}}/{{folder}}?username=RAW({{user}})"
                    + "&preferredAuthentications=publickey,password,keyboard-interactive"
                    + "&password=#bean:{{route}}-password"
                    + "&privateKeyFile=#bean:{{route}}-key"
                    + "&privateKeyPassphrase=#bean:{{route}}-passphrase"
                    + "&knownHostsFile=RAW({{knownHosts}})&strictHostKeyChecking=yes"
                    + "&useUserKnownHostsFile=false&autoCreate=false&stepwise=false&fastExistsCheck=true"
                    + "&localWorkDirectory=#bean:{{route}}-work"
                    + "&throwExceptionOnConnectFailed=true&maximumReconnectAttempts=0"
                    + "&connectTimeout=10000&soTimeout=30000&"
                    + Polling.OPTIONS;

    private final Polling polling;

    SftpReceiveTemplate(Polling polling) {
        this.polling = polling;
    }

    RouteBuilder routes() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                var template =
                        routeTemplate("receive-sftp")
                                .description("Takes complete files from the partner's SFTP server.")
                                .templateParameter("partner")
                                .templateParameter("route")
                                .templateParameter("host", null, "the partner's server")
                                .templateParameter("port", "22", "its port")
                                .templateParameter("user", null, "whom we log in as")
                                .templateParameter("passwordFile", "", "file with our password, or")
                                .templateParameter("keyFile", "", "file with our private key")
                                .templateParameter(
                                        "passphraseFile", "", "file with that key's passphrase")
                                .templateParameter(
                                        "knownHosts",
                                        null,
                                        "file in OpenSSH's format with the server's key")
                                .templateParameter(
                                        "folder", null, "folder on the server, from our home");
                Polling.declare(template)
                        .configure(SftpReceiveTemplate.this::prepare)
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
        login(parameters);
        polling.prepare(parameters, Arrival.Channel.SFTP, "sftp://" + place);
        secrets(parameters);
    }

    private static void login(TemplateParameters parameters) {
        if (parameters.text("passwordFile").isEmpty() == parameters.text("keyFile").isEmpty()) {
            throw TemplateParameters.wrong(
                    "passwordFile", "or keyFile is to be given, exactly one of them");
        }
        parameters.readable("knownHosts");
    }

    /** By reference, so that no URI holds a secret: URIs are logged and shown. */
    private static void secrets(TemplateParameters parameters) {
        String own = parameters.text("route");
        boolean key = !parameters.text("keyFile").isEmpty();
        boolean passphrase = !parameters.text("passphraseFile").isEmpty();
        parameters.bind(own + "-key", key ? parameters.readable("keyFile") : "");
        parameters.bind(own + "-password", key ? "" : parameters.secret("passwordFile"));
        parameters.bind(own + "-passphrase", passphrase ? parameters.secret("passphraseFile") : "");
    }
}
