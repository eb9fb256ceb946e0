package io.retrogate.deliver;

import io.retrogate.archive.Archive;
import io.retrogate.as2.As2Identities;
import io.retrogate.as2.As2Sender;
import io.retrogate.as2.HttpClients;
import io.retrogate.as2.Spools;
import io.retrogate.ledger.AwaitedReceipts;
import io.retrogate.ledger.Failpoints;
import io.retrogate.ledger.Ledger;
import io.retrogate.partner.FolderPart;
import io.retrogate.partner.Partners;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Puts the deliverer together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeliverProperties.class)
class DeliverConfiguration {

    private static final Duration CONNECT = Duration.ofSeconds(10);

    @Bean
    DeliverTemplates deliverTemplates() {
        return new DeliverTemplates();
    }

    @Bean
    HandOvers handOvers(
            Partners partners,
            Archive archive,
            As2Post as2,
            ReceiptPost receipts,
            CamelContext camel,
            DeliverProperties properties) {
        return new HandOvers(
                partners,
                new EndpointPost(archive, client().build(), properties.source()),
                as2,
                receipts,
                new RoutePost(camel.createProducerTemplate()),
                properties.partnerDeadline());
    }

    @Bean
    HttpClients partnerClients(DeliverProperties properties) {
        return new HttpClients(properties.partnerProxy());
    }

    @Bean
    ReceiptPost receiptPost(HttpClients partnerClients, As2Identities identities) {
        return new ReceiptPost(partnerClients, identities);
    }

    private static HttpClient.Builder client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT);
    }

    @Bean
    As2Post as2Post(
            As2Identities identities,
            AwaitedReceipts receipts,
            HttpClients partnerClients,
            Clock clock,
            Environment environment) {
        Path data = Path.of(environment.getProperty("retrogate.data", ".retrogate"));
        Spools spools = new Spools(data.resolve("spool").resolve("as2-sent"));
        // What a crash left behind belongs to attempts that are made again.
        spools.sweep();
        As2Sender sender = new As2Sender(spools, clock, partnerClients);
        return new As2Post(sender::send, identities, receipts);
    }

    @Bean
    FolderPart endpointTemplates() {
        return Deliverer.templates();
    }

    @Bean
    Deliverer deliverer(
            Ledger ledger,
            ObjectProvider<Failpoints> failpoints,
            HandOvers handOvers,
            Partners partners,
            Archive archive,
            DeliverProperties properties,
            Clock clock) {
        SecureRandom random = new SecureRandom();
        Backoff backoff =
                new Backoff(
                        properties.firstRetryAfter(),
                        properties.maxBackoff(),
                        properties.maxRetryAfter(),
                        random::nextDouble);
        return new FencedDeliverer(
                ledger,
                failpoints.getIfAvailable(Failpoints::none),
                handOvers,
                new Renditions(partners, archive, ledger),
                properties,
                backoff,
                clock);
    }
}
