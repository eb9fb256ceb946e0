package peers;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.as2.api.AS2Header;
import org.apache.camel.component.as2.internal.AS2Constants;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.protocol.HttpCoreContext;

/** Its consumers: of messages, one for each level of security, and of asynchronous receipts. */
final class Consumers {

    private final CamelContext camel;
    private final Keys keys;
    private final Reception reception;
    private final int messages = Partner.freePort();
    private final int receipts = Partner.freePort();
    private final AtomicReference<Producer> producer = new AtomicReference<>();

    Consumers(CamelContext camel, Keys keys, Reception reception) throws Exception {
        this.camel = camel;
        this.keys = keys;
        this.reception = reception;
    }

    /** What becomes of a message before its receipt goes out. */
    interface Reception {

        void received(String messageId, String from, byte[] content) throws Exception;
    }

    int messages() {
        return messages;
    }

    int receipts() {
        return receipts;
    }

    /** Who knows what a receipt is about. */
    void tell(Producer sender) {
        producer.set(sender);
    }

    void start() throws Exception {
        camel.getRegistry().bind("sockets", Loopback.sockets());
        camel.getRegistry().bind("chain", keys.chain());
        camel.getRegistry().bind("key", keys.key());
        camel.getRegistry().bind("partner", keys.partnerChain());
        String verify = "&validateSigningCertificateChain=#partner";
        String decrypt = "&decryptingPrivateKey=#key";
        camel.addRoutes(
                new RouteBuilder() {
                    @Override
                    public void configure() {
                        from(listening("plain", "")).process(Consumers.this::received);
                        from(listening("signed", verify)).process(Consumers.this::received);
                        from(listening("encrypted", decrypt)).process(Consumers.this::received);
                        from(listening("both", verify + decrypt)).process(Consumers.this::received);
                        from("as2:receipt/receive?asyncMdnPortNumber="
                                        + receipts
                                        + "&requestUriPattern=/mdn&sslContext=#sockets")
                                .process(Consumers.this::receipt);
                    }
                });
    }

    private String listening(String path, String security) {
        return "as2:server/listen?serverPortNumber="
                + messages
                + "&requestUriPattern=/as2/"
                + path
                + "&sslContext=#sockets&signingAlgorithm=SHA256WITHRSA&signingPrivateKey=#key"
                + "&signingCertificateChain=#chain"
                + security;
    }

    private void received(Exchange exchange) throws Exception {
        HttpRequest request = interchange(exchange).getRequest();
        Object body = exchange.getMessage().getBody();
        byte[] content;
        if (body instanceof InputStream in) {
            content = in.readAllBytes();
        } else {
            content = body.toString().getBytes(StandardCharsets.ISO_8859_1);
        }
        reception.received(
                request.getFirstHeader(AS2Header.MESSAGE_ID).getValue(),
                request.getFirstHeader(AS2Header.AS2_FROM).getValue(),
                content);
    }

    private void receipt(Exchange exchange) {
        Map<String, Object> line = Partner.event("receipt", null);
        line.put("error", null);
        producer.get().judge(exchange.getMessage().getBody(HttpEntity.class), line);
        Partner.print(line);
    }

    private static HttpCoreContext interchange(Exchange exchange) {
        return exchange.getProperty(AS2Constants.AS2_INTERCHANGE, HttpCoreContext.class);
    }
}
