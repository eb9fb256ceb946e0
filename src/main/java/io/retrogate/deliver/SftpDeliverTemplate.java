package io.retrogate.deliver;

import io.retrogate.edi.GatewayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.camel.RouteTemplateContext;
import org.apache.camel.builder.RouteBuilder;

/**
 * The route template {@code deliver-sftp}: puts one file into a folder of a partner's SFTP server,
 * under a temporary name first. The server must be the one that the known hosts file says.
 */
final class SftpDeliverTemplate {

    private static final String URI =
            CheckedSftp.SCHEME
                    + ":{{host}}:{{port}}/{{folder}}?username=RAW({{user}})"
                    + "&preferredAuthentications=publickey,password,keyboard-interactive"
                    + "&password=#bean:{{partner}}-{{entry}}-password"
                    + "&privateKeyFile=#bean:{{partner}}-{{entry}}-key"
                    + "&privateKeyPassphrase=#bean:{{partner}}-{{entry}}-passphrase"
                    + "&knownHostsFile=RAW({{knownHosts}})&strictHostKeyChecking=yes"
                    + "&useUserKnownHostsFile=false&fileExist=Override&autoCreate=false"
                    + "&fileName={{fileName}}&tempFileName=.{{fileName}}.${exchangeId}.part"
                    + "&stepwise=false&disconnect=true&throwExceptionOnConnectFailed=true"
                    + "&maximumReconnectAttempts=0&connectTimeout=10000&soTimeout=20000"
                    + "&verify={{verify}}";

    RouteBuilder routes() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                routeTemplate("deliver-sftp")
                        .description(
                                "Puts what is handed to `direct:<partner>-<entry>` on the"
                                        + " partner's SFTP server.")
                        .templateParameter("partner")
                        .templateParameter("host", null, "the partner's server")
                        .templateParameter("port", "22", "its port")
                        .templateParameter("user", null, "whom we log in as")
                        .templateParameter("passwordFile", "", "file with our password, or")
                        .templateParameter("keyFile", "", "file with our private key")
                        .templateParameter("passphraseFile", "", "file with that key's passphrase")
                        .templateParameter(
                                "knownHosts",
                                null,
                                "file in OpenSSH's format with the server's key")
                        .templateParameter("folder", null, "folder on the server, from our home")
                        .templateParameter(
                                "fileName",
                                "${header." + RoutePost.FILE_NAME + "}",
                                "may use `RetrogateForm`, `RetrogateSubject`, `RetrogateKey`")
                        .templateParameter(
                                "verify",
                                "true",
                                "whether the server is asked for the size before the rename")
                        .templateParameter(
                                "entry",
                                "deliver",
                                "another one if a route of the folder stands before it")
                        .configure(SftpDeliverTemplate::login)
                        .from("direct:{{partner}}-{{entry}}")
                        .errorHandler(noErrorHandler())
                        .to(URI);
            }
        };
    }

    /** By reference, so that no URI holds a secret: URIs are logged and shown. */
    private static void login(RouteTemplateContext route) {
        String password = text(route, "passwordFile");
        String key = text(route, "keyFile");
        String passphrase = text(route, "passphraseFile");
        if (password.isEmpty() == key.isEmpty()) {
            throw wrong("passwordFile", "or keyFile is to be given, exactly one of them");
        }
        readable(route, "knownHosts");
        if (!List.of("true", "false").contains(text(route, "verify"))) {
            throw wrong("verify", "is true or false, not '" + text(route, "verify") + "'");
        }
        var camel = route.getCamelContext();
        if (camel.hasComponent(CheckedSftp.SCHEME) == null) {
            camel.addComponent(CheckedSftp.SCHEME, new CheckedSftp());
        }
        bind(route, "key", key.isEmpty() ? "" : readable(route, "keyFile"));
        bind(route, "password", password.isEmpty() ? "" : content(route, "passwordFile"));
        bind(route, "passphrase", passphrase.isEmpty() ? "" : content(route, "passphraseFile"));
    }

    private static void bind(RouteTemplateContext route, String what, Object value) {
        route.getCamelContext()
                .getRegistry()
                .bind(text(route, "partner") + "-" + text(route, "entry") + "-" + what, value);
    }

    private static String content(RouteTemplateContext route, String name) {
        try {
            return Files.readString(Path.of(text(route, name))).strip();
        } catch (IOException e) {
            throw wrong(name, "cannot read " + text(route, name));
        }
    }

    private static String readable(RouteTemplateContext route, String name) {
        if (!Files.isReadable(Path.of(text(route, name)))) {
            throw wrong(name, "cannot read " + text(route, name));
        }
        return text(route, name);
    }

    private static String text(RouteTemplateContext route, String name) {
        Object value = route.getParameters().get(name);
        return value == null
                ? ""
                : route.getCamelContext().resolvePropertyPlaceholders(value.toString());
    }

    /** Beginning with the parameter's name, so that its line can be found. */
    private static GatewayException wrong(String name, String detail) {
        return new GatewayException(
                DeliverProblem.SFTP_PARAMETER, "parameter " + name + " " + detail);
    }
}
