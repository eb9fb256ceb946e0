package io.retrogate.receive;

import io.retrogate.archive.Archive;
import io.retrogate.edi.GatewayException;
import io.retrogate.ledger.Failpoints;
import io.retrogate.ledger.Ledger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.apache.camel.CamelContext;
import org.apache.camel.RouteTemplateContext;
import org.apache.camel.builder.RouteBuilder;

/**
 * The route template {@code receive-sftp}: takes complete files from a partner's SFTP server and
 * moves each on the server only once it is committed. The server must be the one that the known
 * hosts file says.
 */
public final class SftpReceiveTemplate {

    private static final String URI =
            "sftp:{{host}}:{{port}}/{{folder}}?username=RAW({{user}})"
                    + "&preferredAuthentications=publickey,password,keyboard-interactive"
                    + "&password=#bean:{{partner}}-receive-password"
                    + "&privateKeyFile=#bean:{{partner}}-receive-key"
                    + "&privateKeyPassphrase=#bean:{{partner}}-receive-passphrase"
                    + "&knownHostsFile=RAW({{knownHosts}})&strictHostKeyChecking=yes"
                    + "&useUserKnownHostsFile=false&autoCreate=false&stepwise=false"
                    + "&filter=#{{partner}}-receive-pickup&move={{done}}"
                    + "&exceptionHandler=#{{partner}}-receive-failures"
                    + "&localWorkDirectory=#bean:{{partner}}-receive-work&excludeExt=tmp,part,filepart"
                    + "&sortBy=file:modified;file:name&delay={{delay}}&initialDelay=0"
                    + "&throwExceptionOnConnectFailed=true&maximumReconnectAttempts=0"
                    + "&backoffErrorThreshold=3&backoffMultiplier=5"
                    + "&connectTimeout=10000&soTimeout=30000";

    private final SftpIntake intake;
    private final Clock clock;
    private final Path work;

    /** Files wait under {@code work} while they are taken in. */
    public SftpReceiveTemplate(
            Archive archive, Ledger ledger, Failpoints failpoints, Clock clock, Path work) {
        this.intake = new SftpIntake(archive, ledger, failpoints, UUID::randomUUID);
        this.clock = clock;
        this.work = work;
    }

    /** A new builder each time: one belongs to one context. */
    public RouteBuilder routes() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                routeTemplate("receive-sftp")
                        .templateParameter("partner")
                        .templateParameter("host")
                        .templateParameter("port", "22")
                        .templateParameter("user")
                        .templateParameter("passwordFile", "")
                        .templateParameter("keyFile", "")
                        .templateParameter("passphraseFile", "")
                        .templateParameter("knownHosts")
                        .templateParameter("folder")
                        .templateParameter("done", "done")
                        .templateParameter("delay", "5s")
                        .templateParameter("incompleteAfter", "1h")
                        .configure(SftpReceiveTemplate.this::prepare)
                        .from(URI)
                        .errorHandler(noErrorHandler())
                        .process("{{partner}}-receive-pickup");
            }
        };
    }

    private void prepare(RouteTemplateContext route) {
        String partner = text(route, "partner");
        CamelContext camel = route.getCamelContext();
        Sightings sightings = new Sightings(duration(camel, text(route, "incompleteAfter")), clock);
        SftpFailures failures = new SftpFailures(partner, clock);
        bind(route, "pickup", new SftpPickup(partner, sightings, intake, failures));
        bind(route, "failures", failures);
        bind(route, "work", work.resolve(partner).toAbsolutePath().toString());
        login(route);
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
                .bind(text(route, "partner") + "-receive-" + what, value);
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

    private static Duration duration(CamelContext camel, String text) {
        try {
            return camel.getTypeConverter().mandatoryConvertTo(Duration.class, text);
        } catch (Exception e) {
            throw wrong("incompleteAfter is a time like 30m or 1h, not " + text);
        }
    }

    private static String text(RouteTemplateContext route, String name) {
        Object value = route.getParameters().get(name);
        return value == null
                ? ""
                : route.getCamelContext().resolvePropertyPlaceholders(value.toString());
    }

    private static GatewayException wrong(String detail) {
        return new GatewayException(SftpProblem.PARAMETER, detail);
    }
}
