package io.retrogate.deliver;

import io.retrogate.archive.Archive;
import io.retrogate.archive.ArchiveAddress;
import io.retrogate.archive.Archived;
import io.retrogate.as2.As2Identities;
import io.retrogate.as2.HttpClients;
import io.retrogate.edi.Content;
import io.retrogate.edi.PartyId;
import io.retrogate.ledger.DeliveryOutcome.State;
import io.retrogate.ledger.Failpoint;
import io.retrogate.ledger.RememberedReceipts;
import io.retrogate.partner.Endpoint;
import io.retrogate.partner.FolderProblem;
import io.retrogate.partner.Partners;
import io.retrogate.partner.TradingPartner;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A deliverer with everything around it played: ledger, archive, endpoint, folders. */
class DeliveryCase implements Partners {

    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    static final String JSON = "{\"kind\":\"return.shipment\"}";

    final RecordingLedger ledger = new RecordingLedger();
    final List<Failpoint> reached = new ArrayList<>();
    final List<Endpoint> endpoints = new ArrayList<>();
    final List<TradingPartner> partners = new ArrayList<>();
    final DefaultCamelContext camel = new DefaultCamelContext();
    ErpPeer erp;
    Deliverer deliverer;
    final OneMessage archive = new OneMessage();

    @BeforeEach
    void start() throws Exception {
        erp = new ErpPeer();
        endpoints.add(endpoint(erp.url(), true, Endpoint.Ambiguous.HOLD));
        camel.start();
        HandOvers handOvers =
                new HandOvers(
                        this,
                        new EndpointPost(archive, client(), "urn:retrogate"),
                        new As2Post(
                                (link, message, deadline, beforehand) -> null,
                                As2Identities.class.cast((As2Identities) name -> Optional.empty()),
                                new RememberedReceipts()),
                        new ReceiptPost(
                                new HttpClients(ProxySelector.getDefault()),
                                name -> Optional.empty()),
                        new RoutePost(camel.createProducerTemplate()),
                        partnerDeadline());
        deliverer =
                new FencedDeliverer(
                        ledger.ledger(),
                        reached::add,
                        handOvers,
                        new Renditions(this, archive, ledger.ledger()),
                        properties(),
                        new Backoff(
                                Duration.ofSeconds(30),
                                Duration.ofHours(1),
                                Duration.ofHours(24),
                                () -> 0.5),
                        Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void stop() {
        erp.close();
        camel.stop();
    }

    /** Of one attempt at a partner's. */
    Duration partnerDeadline() {
        return Duration.ofSeconds(2);
    }

    static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    static DeliverProperties properties() {
        return properties(null);
    }

    static DeliverProperties properties(@Nullable URI proxy) {
        return new DeliverProperties(
                Duration.ofSeconds(30),
                Duration.ofHours(1),
                Duration.ofHours(24),
                3,
                Duration.ofSeconds(15),
                Duration.ofSeconds(2),
                proxy,
                "urn:retrogate");
    }

    static Endpoint endpoint(URI url, boolean idempotent, Endpoint.Ambiguous ambiguous) {
        return new Endpoint(
                "erp",
                url,
                Map.of("Authorization", "Bearer secret", "Idempotency-Key", "not this one"),
                idempotent,
                ambiguous,
                Duration.ofSeconds(1));
    }

    void notIdempotent() {
        endpoints.set(0, endpoint(erp.url(), false, Endpoint.Ambiguous.HOLD));
    }

    State deliver() {
        deliverer.deliver(ledger.delivery);
        return ledger.last().state();
    }

    void acknowledgement() {
        ledger.form = "CONTRL";
        ledger.target = "nordwind";
        ledger.content = "UNB+\u00fc'";
        partners.add(
                new TradingPartner(
                        "nordwind",
                        Path.of("."),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        "sftp"));
    }

    static void await(CountDownLatch latch) {
        await(latch, 10_000);
    }

    static void await(CountDownLatch latch, long millis) {
        try {
            var unused = latch.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static final class OneMessage implements Archive {
        String message = JSON;
        final List<byte[]> stored = new ArrayList<>();

        @Override
        public Archived store(InputStream bytes) throws IOException {
            var kept = bytes.readAllBytes();
            stored.add(kept);
            return new Archived(
                    new ArchiveAddress("stored-" + stored.size()), "sha256", kept.length);
        }

        @Override
        public Content open(ArchiveAddress address) {
            var number = address.value().replace("stored-", "");
            return Content.of(
                    number.equals(address.value())
                            ? message.getBytes(StandardCharsets.UTF_8)
                            : stored.get(Integer.parseInt(number) - 1));
        }
    }

    @Override
    public List<TradingPartner> partners() {
        return partners;
    }

    @Override
    public List<Endpoint> endpoints() {
        return endpoints;
    }

    @Override
    public Optional<TradingPartner> named(String name) {
        return partners.stream().filter(p -> p.name().equals(name)).findAny();
    }

    @Override
    public Optional<Endpoint> endpoint(String name) {
        return endpoints.stream().filter(e -> e.name().equals(name)).findAny();
    }

    @Override
    public Optional<TradingPartner> byAs2Names(String from, String to) {
        return Optional.empty();
    }

    @Override
    public Optional<TradingPartner> bySender(PartyId sender) {
        return Optional.empty();
    }

    @Override
    public List<FolderProblem> problems() {
        return List.of();
    }
}
