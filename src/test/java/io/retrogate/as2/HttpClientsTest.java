package io.retrogate.as2;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ProxySelector;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each way to know a server has a client of its own, kept while it is in use. */
@Timeout(60)
class HttpClientsTest {

    private final As2Party acme = As2Party.named("acme");
    private final HttpClients clients = new HttpClients(ProxySelector.getDefault());

    @Test
    void areKeptForEachWayToKnowAServer() {
        PeerTls pinned = new PeerTls(Set.of(acme.certificate()), Optional.empty());
        PeerTls same = new PeerTls(Set.of(acme.certificate()), Optional.empty());
        PeerTls showing = new PeerTls(pinned.pinned(), Optional.of(acme.identity()));

        assertThat(clients.to(same)).isSameAs(clients.to(pinned));
        assertThat(clients.to(PeerTls.USUAL)).isSameAs(clients.to(PeerTls.USUAL));
        assertThat(Set.of(clients.to(pinned), clients.to(showing), clients.to(PeerTls.USUAL)))
                .hasSize(3);
    }

    @Test
    void areForgottenIfManyOthersWereAskedForSince() {
        PeerTls idle = pinned(0);
        var client = clients.to(idle);
        var used = clients.to(PeerTls.USUAL);
        for (int i = 1; i < 100; i++) {
            clients.to(pinned(i));
            assertThat(clients.to(PeerTls.USUAL)).isSameAs(used);
        }

        assertThat(clients.to(idle)).isNotSameAs(client);
    }

    private static PeerTls pinned(int days) {
        var until = As2Party.NOW.plusSeconds(86_400L * (1 + days));
        var one = As2Party.valid("pinned", As2Party.NOW, until).certificate();
        return new PeerTls(Set.of(one), Optional.empty());
    }
}
