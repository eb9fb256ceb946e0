package io.retrogate.as2;

import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The HTTP clients by which partners are reached, one for each way to know a server; none follows a
 * redirect. Made when first asked for; of many, those that nobody asks for are forgotten.
 */
public final class HttpClients {

    private static final Duration CONNECT = Duration.ofSeconds(15);
    private static final int MOST = 100;
    private static final float USUAL_LOAD = 0.75f;

    private final ProxySelector proxy;
    private final Map<PeerTls, HttpClient> clients =
            new LinkedHashMap<>(MOST, USUAL_LOAD, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<PeerTls, HttpClient> eldest) {
                    return size() > MOST;
                }
            };

    /**
     * @param proxy by which way partners are reached
     */
    public HttpClients(ProxySelector proxy) {
        this.proxy = proxy;
    }

    public synchronized HttpClient to(PeerTls peer) {
        return clients.computeIfAbsent(peer, this::made);
    }

    private HttpClient made(PeerTls peer) {
        HttpClient.Builder client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(CONNECT)
                        .proxy(proxy);
        return peer.equals(PeerTls.USUAL)
                ? client.build()
                : client.sslContext(peer.context()).build();
    }
}
