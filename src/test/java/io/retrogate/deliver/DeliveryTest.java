package io.retrogate.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.archive.Archive;
import io.retrogate.archive.ArchiveAddress;
import io.retrogate.archive.Archived;
import io.retrogate.as2.As2Identities;
import io.retrogate.edi.Content;
import io.retrogate.edi.PartyId;
import io.retrogate.ledger.DeliveryOutcome.State;
import io.retrogate.ledger.Failpoint;
import io.retrogate.partner.Endpoint;
import io.retrogate.partner.FolderProblem;
import io.retrogate.partner.Partners;
import io.retrogate.partner.TradingPartner;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DeliveryTest implements Partners {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final String JSON = "{\"kind\":\"return.shipment\"}";

    private final RecordingLedger ledger = new RecordingLedger();
    private final List<Failpoint> reached = new ArrayList<>();
    private final List<Endpoint> endpoints = new ArrayList<>();
    private final List<TradingPartner> partners = new ArrayList<>();
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private ErpPeer erp;
    private Deliverer deliverer;

    @BeforeEach
    void start() throws Exception {
        erp = new ErpPeer();
        endpoints.add(endpoint(erp.url(), true, Endpoint.Ambiguous.HOLD));
        camel.start();
        HandOvers handOvers =
                new HandOvers(
                        this,
                        new EndpointPost(new OneMessage(), client(), "urn:retrogate"),
                        new As2Post(
                                (link, message, deadline) -> null,
                                As2Identities.class.cast((As2Identities) name -> Optional.empty())),
                        new RoutePost(camel.createProducerTemplate()),
                        Duration.ofSeconds(2));
        deliverer =
                new FencedDeliverer(
                        ledger.ledger(),
                        reached::add,
                        handOvers,
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

    private static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    private static DeliverProperties properties() {
        return new DeliverProperties(
                Duration.ofSeconds(30),
                Duration.ofHours(1),
                Duration.ofHours(24),
                3,
                Duration.ofSeconds(15),
                Duration.ofSeconds(2),
                "urn:retrogate");
    }

    private static Endpoint endpoint(URI url, boolean idempotent, Endpoint.Ambiguous ambiguous) {
        return new Endpoint(
                "erp",
                url,
                Map.of("Authorization", "Bearer secret", "Idempotency-Key", "not this one"),
                idempotent,
                ambiguous,
                Duration.ofSeconds(1));
    }

    private void notIdempotent() {
        endpoints.set(0, endpoint(erp.url(), false, Endpoint.Ambiguous.HOLD));
    }

    private State deliver() {
        deliverer.deliver(ledger.delivery);
        return ledger.last().state();
    }

    @Test
    void postsACloudEventAndSettles() {
        assertThat(deliver()).isEqualTo(State.DELIVERED);
        var headers = erp.requests.get(0);
        assertThat(erp.bodies).containsExactly(JSON);
        assertThat(headers.getFirst("Idempotency-Key")).isEqualTo("key-1");
        assertThat(headers.get("Idempotency-Key")).hasSize(1);
        assertThat(headers.getFirst("ce-specversion")).isEqualTo("1.0");
        assertThat(headers.getFirst("ce-id")).isEqualTo("key-1");
        assertThat(headers.getFirst("ce-type")).isEqualTo("io.retrogate.return.shipment");
        assertThat(headers.getFirst("ce-source")).isEqualTo("urn:retrogate");
        assertThat(headers.getFirst("ce-time")).isEqualTo("2026-11-23T12:00:00Z");
        assertThat(headers.getFirst("ce-subject")).isEqualTo("RMA%207%25%C3%BC");
        assertThat(headers.getFirst("Content-Type")).isEqualTo("application/json");
        assertThat(headers.getFirst("Content-Length")).isEqualTo(String.valueOf(JSON.length()));
        assertThat(headers.getFirst("Authorization")).isEqualTo("Bearer secret");
        assertThat(reached)
                .containsExactly(
                        Failpoint.CLAIMED, Failpoint.EFFECT_DONE, Failpoint.OUTCOME_SETTLED);
        assertThat(ledger.leases).containsExactly(Duration.ofSeconds(17));
    }

    @Test
    void doesNothingWithoutAClaim() {
        ledger.claimable = false;
        deliverer.deliver(ledger.delivery);
        assertThat(erp.requests).isEmpty();
        assertThat(ledger.outcomes).isEmpty();
    }

    @Test
    void keepsTheKeyOverAllAttemptsAndGivesUpInTheEnd() {
        erp.answer = ErpPeer.status(500);
        assertThat(deliver()).isEqualTo(State.RETRY);
        assertThat(ledger.last().retryAt()).isEqualTo(NOW.plusSeconds(15));
        assertThat(deliver()).isEqualTo(State.RETRY);
        assertThat(ledger.last().retryAt()).isEqualTo(NOW.plusSeconds(30));
        assertThat(deliver()).isEqualTo(State.DEAD);
        assertThat(ledger.last().status()).isEqualTo(500);
        assertThat(erp.requests)
                .extracting(h -> h.getFirst("Idempotency-Key"))
                .containsExactly("key-1", "key-1", "key-1");
    }

    @Test
    void obeysRetryAfter() {
        erp.answer = ErpPeer.status(429, "Retry-After", "120");
        assertThat(deliver()).isEqualTo(State.RETRY);
        assertThat(ledger.last().retryAt()).isEqualTo(NOW.plusSeconds(120));
    }

    @Test
    void followsNoRedirect() {
        erp.answer = ErpPeer.status(307, "Location", erp.url().toString());
        assertThat(deliver()).isEqualTo(State.DEAD);
        assertThat(erp.requests).hasSize(1);
    }

    @Test
    void retriesWhenNobodyListens() {
        notIdempotent();
        erp.close();
        assertThat(deliver()).isEqualTo(State.RETRY);
        assertThat(ledger.last().status()).isZero();
    }

    @Test
    void holdsACutAnswerOfAnEndpointThatIsNotIdempotent() {
        notIdempotent();
        erp.answer = exchange -> exchange.close();
        assertThat(deliver()).isEqualTo(State.HELD);
        assertThat(erp.requests).hasSize(1);
    }

    @Test
    void repeatsACutAnswerWhereThatWasAgreed() {
        endpoints.set(0, endpoint(erp.url(), false, Endpoint.Ambiguous.RETRY));
        erp.answer = exchange -> exchange.close();
        assertThat(deliver()).isEqualTo(State.RETRY);
    }

    @Test
    void sendsNothingAfterAnInterruptedAttemptThatCannotBeRepeated() {
        notIdempotent();
        ledger.interrupted = true;
        assertThat(deliver()).isEqualTo(State.HELD);
        assertThat(erp.requests).isEmpty();
    }

    @Test
    void repeatsAnInterruptedAttemptWithTheSameKey() {
        ledger.interrupted = true;
        assertThat(deliver()).isEqualTo(State.DELIVERED);
        assertThat(erp.requests).hasSize(1);
    }

    @Test
    void endsAtTheDeadlineWhenNoAnswerComes() {
        notIdempotent();
        CountDownLatch never = new CountDownLatch(1);
        erp.answer = exchange -> await(never);
        long start = System.nanoTime();
        assertThat(deliver()).isEqualTo(State.HELD);
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(900), Duration.ofSeconds(5));
        never.countDown();
    }

    @Test
    void endsAtTheDeadlineWhenTheBodyDripsAndBelievesTheStatus() {
        erp.answer =
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    OutputStream drops = exchange.getResponseBody();
                    for (int i = 0; i < 100; i++) {
                        drops.write('.');
                        drops.flush();
                        await(new CountDownLatch(1), 100);
                    }
                };
        long start = System.nanoTime();
        assertThat(deliver()).isEqualTo(State.DELIVERED);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void retriesWhileTheFolderOfTheTargetIsMissing() {
        ledger.target = "nobody";
        assertThat(deliver()).isEqualTo(State.RETRY);
        assertThat(ledger.last().detail()).startsWith("DLV-001 nobody");
    }

    @Test
    void retriesWhileThePartnerHasNoRoute() {
        acknowledgement();
        assertThat(deliver()).isEqualTo(State.RETRY);
        assertThat(ledger.last().detail()).startsWith("DLV-003");
    }

    @Test
    void handsAcknowledgementsToThePartnersRoute() throws Exception {
        acknowledgement();
        List<Object> sent = new ArrayList<>();
        camel.addRoutes(
                new org.apache.camel.builder.RouteBuilder() {
                    @Override
                    public void configure() {
                        from("direct:nordwind-deliver")
                                .process(
                                        e -> {
                                            sent.add(e.getMessage().getHeader(RoutePost.FILE_NAME));
                                            sent.add(e.getMessage().getBody(byte[].class));
                                        });
                    }
                });
        assertThat(deliver()).isEqualTo(State.DELIVERED);
        assertThat(sent)
                .containsExactly(
                        "CONTRL-RMA_7__-key-1.edi",
                        "UNB+\u00fc'".getBytes(StandardCharsets.ISO_8859_1));
    }

    private void acknowledgement() {
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

    private static void await(CountDownLatch latch) {
        await(latch, 10_000);
    }

    private static void await(CountDownLatch latch, long millis) {
        try {
            var unused = latch.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class OneMessage implements Archive {
        @Override
        public Archived store(InputStream bytes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Content open(ArchiveAddress address) {
            return new Content() {
                @Override
                public InputStream open() {
                    return new ByteArrayInputStream(JSON.getBytes(StandardCharsets.UTF_8));
                }

                @Override
                public long size() {
                    return JSON.length();
                }
            };
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
