package io.retrogate.receive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.retrogate.as2.As2Identities;
import io.retrogate.as2.As2Party;
import io.retrogate.as2.MdnWriter;
import io.retrogate.as2.RawEntity;
import io.retrogate.as2.ReceivedMdn;
import io.retrogate.as2.Spools;
import io.retrogate.as2.Unwrapper;
import io.retrogate.ledger.Failpoint;
import io.retrogate.ledger.RememberedReceipts;
import io.retrogate.partner.Partners;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.valves.ValveBase;
import org.springframework.util.unit.DataSize;

/** The AS2 servlet on a real Tomcat on loopback, with everything behind it in memory. */
public final class As2Front implements AutoCloseable {

    static final As2Party OURS = As2Party.named("ours");
    static final String SIGNED =
            "signed-receipt-protocol=optional, pkcs7-signature;"
                    + " signed-receipt-micalg=optional, sha-256";

    public static final int MOST_AT_ONCE = 12;

    public final RecordingLedger ledger = new RecordingLedger();
    public final RememberedReceipts receipts = new RememberedReceipts();

    /** Statuses of the requests that it did not take. */
    public final List<Integer> refused = new CopyOnWriteArrayList<>();

    public final RememberingArchive archive = new RememberingArchive();
    final List<Failpoint> reached = new CopyOnWriteArrayList<>();
    private final Tomcat tomcat = new Tomcat();
    private final HttpClient http = HttpClient.newHttpClient();

    As2Front(Path folder, As2PartnersOnly partners) throws LifecycleException {
        this(
                folder,
                partners,
                name -> name.equals("ours") ? Optional.of(OURS.identity()) : Optional.empty(),
                Clock.fixed(As2Party.NOW, ZoneOffset.UTC));
    }

    public As2Front(Path folder, Partners partners, As2Identities identities, Clock clock)
            throws LifecycleException {
        var properties =
                new As2ReceiveProperties(
                        "/as2",
                        DataSize.ofMegabytes(30),
                        DataSize.ofMegabytes(1),
                        Duration.ofMinutes(1),
                        MOST_AT_ONCE,
                        1,
                        Duration.ofSeconds(7));
        var stores = new As2Reception.Stores(archive, ledger, reached::add, UUID::randomUUID);
        var directory = new As2Reception.Directory(partners, identities);
        var spools = new Spools(folder.resolve("spool"));
        var opening =
                new As2Opening(
                        new Unwrapper(spools, clock), new MdnWriter(clock, UUID::randomUUID));
        var intake = new As2ReceiptIntake(receipts, spools, clock);
        var reception = new As2Reception(properties, stores, directory, opening, intake, clock);
        tomcat.setBaseDir(folder.toString());
        tomcat.setPort(0);
        tomcat.getConnector()
                .setProperty("address", InetAddress.getLoopbackAddress().getHostAddress());
        var context = tomcat.addContext("", folder.toString());
        Tomcat.addServlet(context, "as2", new As2Servlet(reception, reached::add));
        context.addServletMappingDecoded("/as2", "as2");
        context.getPipeline().addValve(new Refusals());
        tomcat.start();
    }

    private final class Refusals extends ValveBase {

        @Override
        public void invoke(Request request, Response response)
                throws IOException, ServletException {
            getNext().invoke(request, response);
            if (response.getStatus() >= 400) {
                refused.add(response.getStatus());
            }
        }
    }

    public int port() {
        return tomcat.getConnector().getLocalPort();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port() + "/as2");
    }

    /** Headers of a message from acme to us that asks for a signed receipt. */
    static Map<String, String> headers(String messageId) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("AS2-From", "acme");
        headers.put("AS2-To", "ours");
        headers.put("Message-ID", messageId);
        headers.put("AS2-Version", "1.1");
        headers.put("Disposition-Notification-To", "mailto:acme");
        headers.put("Disposition-Notification-Options", SIGNED);
        return headers;
    }

    HttpResponse<byte[]> post(RawEntity message, Map<String, String> headers) throws IOException {
        return post(message, headers, BodyPublishers.ofByteArray(message.body()));
    }

    HttpResponse<byte[]> post(RawEntity message, Map<String, String> headers, BodyPublisher body)
            throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(url()).POST(body);
        headers.forEach(request::header);
        request.header("Content-Type", message.header("Content-Type"));
        return send(request.build());
    }

    HttpResponse<byte[]> send(HttpRequest request) throws IOException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    static ReceivedMdn mdn(HttpResponse<byte[]> response) {
        return new ReceivedMdn(
                response.headers().firstValue("Content-Type").orElse(""),
                new String(response.body(), ISO_8859_1));
    }

    @Override
    public void close() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
    }
}
