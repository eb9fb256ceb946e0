package io.retrogate.receive;

import io.retrogate.archive.Archive;
import io.retrogate.as2.As2Identities;
import io.retrogate.as2.MdnWriter;
import io.retrogate.as2.Spools;
import io.retrogate.as2.Unwrapper;
import io.retrogate.ledger.AwaitedReceipts;
import io.retrogate.ledger.Failpoints;
import io.retrogate.ledger.Ledger;
import io.retrogate.partner.Partners;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/** Puts the AS2 front on the web server. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(As2ReceiveProperties.class)
class As2Receiving {

    @Bean
    As2Reception.Directory as2Directory(Partners partners, As2Identities identities) {
        return new As2Reception.Directory(partners, identities);
    }

    @Bean
    As2Reception.Stores as2Stores(
            Archive archive, Ledger ledger, ObjectProvider<Failpoints> failpoints) {
        Failpoints armed = failpoints.getIfAvailable(Failpoints::none);
        return new As2Reception.Stores(archive, ledger, armed, UUID::randomUUID);
    }

    /** What a crash left behind belongs to messages that nobody has a receipt for. */
    @Bean
    Spools as2ReceiveSpools(Environment environment) {
        Path data = Path.of(environment.getProperty("retrogate.data", ".retrogate"));
        Spools spools = new Spools(data.resolve("spool").resolve("as2-received"));
        spools.sweep();
        return spools;
    }

    @Bean
    As2ReceiptIntake as2ReceiptIntake(
            AwaitedReceipts receipts, Spools as2ReceiveSpools, Clock clock) {
        return new As2ReceiptIntake(receipts, as2ReceiveSpools, clock);
    }

    @Bean
    As2Opening as2Opening(Spools as2ReceiveSpools, Clock clock) {
        return new As2Opening(
                new Unwrapper(as2ReceiveSpools, clock), new MdnWriter(clock, UUID::randomUUID));
    }

    @Bean
    ServletRegistrationBean<As2Servlet> as2Servlet(
            As2ReceiveProperties properties,
            As2Reception.Stores stores,
            As2Reception.Directory directory,
            As2Opening opening,
            As2ReceiptIntake receipts,
            Clock clock) {
        As2Reception reception =
                new As2Reception(properties, stores, directory, opening, receipts, clock);
        ServletRegistrationBean<As2Servlet> bean =
                new ServletRegistrationBean<>(
                        new As2Servlet(reception, stores.failpoints()), properties.path());
        bean.setName("as2");
        bean.setLoadOnStartup(1);
        return bean;
    }

    @Bean
    FilterRegistrationBean<As2Entrance> as2Entrance(
            As2ReceiveProperties properties, ServletRegistrationBean<As2Servlet> as2Servlet) {
        FilterRegistrationBean<As2Entrance> bean =
                new FilterRegistrationBean<>(new As2Entrance(as2Servlet.getServlet()));
        bean.addUrlPatterns(properties.path());
        bean.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return bean;
    }
}
