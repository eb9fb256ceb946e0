package io.retrogate.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.retrogate.as2.As2Link;
import io.retrogate.as2.As2Message;
import io.retrogate.as2.As2Outcome;
import io.retrogate.as2.As2Party;
import io.retrogate.as2.As2Policy;
import io.retrogate.as2.As2Sender;
import io.retrogate.as2.HttpClients;
import io.retrogate.as2.Spools;
import io.retrogate.edi.Content;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** By which way partners are reached. */
@Timeout(60)
class PartnerProxyTest {

    @TempDir private Path folder;

    @Test
    void isAskedForThePartnersAddress() throws Exception {
        List<String> asked = new CopyOnWriteArrayList<>();
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        HttpServer server = HttpServer.create(address, 0);
        server.createContext(
                "/",
                exchange -> {
                    asked.add(exchange.getRequestURI().toString());
                    exchange.sendResponseHeaders(502, -1);
                    exchange.close();
                });
        server.start();
        try {
            URI proxy = URI.create("http://127.0.0.1:" + server.getAddress().getPort());

            As2Outcome outcome = send(DeliveryCase.properties(proxy).partnerProxy());

            assertThat(outcome.state()).isEqualTo(As2Outcome.State.HTTP_ERROR);
            assertThat(outcome.httpStatus()).isEqualTo(502);
            assertThat(asked).containsExactly("http://partner.invalid/as2");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void isTheJvmsUnlessOneIsSet() {
        assertThat(DeliveryCase.properties(null).partnerProxy())
                .isSameAs(ProxySelector.getDefault());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://proxy.example", "socks://proxy.example:1", "proxy.example:1"})
    void isRefusedIfItIsNone(String wrong) {
        assertThatThrownBy(() -> DeliveryCase.properties(URI.create(wrong)))
                .hasMessageContaining("retrogate.deliver.proxy is http://HOST:PORT");
    }

    private As2Outcome send(ProxySelector proxy) {
        var ours = As2Party.named("ours");
        var link =
                new As2Link(
                        ours.identity(),
                        "ours",
                        "acme",
                        URI.create("http://partner.invalid/as2"),
                        As2Policy.strict(),
                        List.of(ours.certificate()));
        var message =
                new As2Message(
                        "<1@ours>", "997", "1.edi", "application/edi-x12", Content.of(new byte[9]));
        var clock = Clock.fixed(As2Party.NOW, ZoneOffset.UTC);
        return new As2Sender(new Spools(folder), clock, new HttpClients(proxy))
                .send(link, message, Duration.ofSeconds(30));
    }
}
