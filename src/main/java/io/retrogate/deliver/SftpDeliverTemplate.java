package io.retrogate.deliver;

import io.retrogate.edi.GatewayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.RouteTemplateContext;
import org.apache.camel.builder.RouteBuilder;

/**
 * The route template {@code deliver-sftp}: puts one file into a folder of a partner's SFTP server,
 * under a temporary name first. The server must be the one that the known hosts file says.
 */
public final class SftpDeliverTemplate {

    private static final String URI =
            "sftp:{{host}}:{{port}}/{{folder}}?username=RAW({{user}})"
                    + "&preferredAuthentications=publickey,password,keyboard-interactive"
                    + "&password=#bean:{{partner}}-deliver-password"
                    + "&privateKeyFile=#bean:{{partner}}-deliver-key"
                    + "&privateKeyPassphrase=#bean:{{partner}}-deliver-passphrase"
                    + "&knownHostsFile=RAW({{knownHosts}})&strictHostKeyChecking=yes"
                    + "&useUserKnownHostsFile=false&fileExist=Override&autoCreate=false"
                    + "&fileName={{fileName}}&tempFileName=.{{fileName}}.${exchangeId}.part"
                    + "&stepwise=false&disconnect=true&throwExceptionOnConnectFailed=true"
                    + "&maximumReconnectAttempts=0&connectTimeout=10000&soTimeout=20000";

    /** A new builder each time: one belongs to one context. */
    public RouteBuilder routes() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                routeTemplate("deliver-sftp")
                        .templateParameter("partner")
                        .templateParameter("host")
                        .templateParameter("port", "22")
                        .templateParameter("user")
                        .templateParameter("passwordFile", "")
                        .templateParameter("keyFile", "")
                        .templateParameter("passphraseFile", "")
                        .templateParameter("knownHosts")
                        .templateParameter("folder")
                        .templateParameter("fileName", "${header." + RoutePost.FILE_NAME + "}")
                        .configure(SftpDeliverTemplate::login)
                        .from("direct:{{partner}}-deliver")
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
            throw wrong("give either passwordFile or keyFile");
        }
        readable(text(route, "knownHosts"));
        bind(route, "key", key.isEmpty() ? "" : readable(key));
        bind(route, "password", password.isEmpty() ? "" : content(password));
        bind(route, "passphrase", passphrase.isEmpty() ? "" : content(passphrase));
    }

    private static void bind(RouteTemplateContext route, String what, Object value) {
        route.getCamelContext()
                .getRegistry()
                .bind(text(route, "partner") + "-deliver-" + what, value);
    }

    private static String content(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw wrong("cannot read " + file);
        }
    }

    private static String readable(String file) {
        if (!Files.isReadable(Path.of(file))) {
            throw wrong("cannot read " + file);
        }
        return file;
    }

    private static String text(RouteTemplateContext route, String name) {
        Object value = route.getParameters().get(name);
        return value == null
                ? ""
                : route.getCamelContext().resolvePropertyPlaceholders(value.toString());
    }

    private static GatewayException wrong(String detail) {
        return new GatewayException(DeliverProblem.SFTP_PARAMETER, detail);
    }
}
