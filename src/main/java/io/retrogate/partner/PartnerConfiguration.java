package io.retrogate.partner;

import io.retrogate.as2.As2Identities;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The partner folders of a running gateway. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PartnerProperties.class)
class PartnerConfiguration {

    @Bean
    PartnerFolders partnerFolders(
            Environment environment,
            PartnerProperties properties,
            ObjectProvider<Clock> clocks,
            ObjectProvider<FolderPart> parts) {
        Clock clock = clocks.getIfAvailable(Clock::systemUTC);
        String data = environment.getProperty("retrogate.data", ".retrogate");
        Path shared = Path.of(environment.getProperty("retrogate.shared", data));
        Path routes = Path.of(environment.getProperty("retrogate.routes", "routes"));
        // The parts may need partners themselves, so they are asked for late.
        return PartnerFolders.of(
                routes,
                new OwnKeys(shared.resolve("keys"), System::getenv, clock, properties.keyBits()),
                new Placeholders(environment::getProperty, System::getenv),
                clock,
                () -> parts.orderedStream().toList());
    }

    @Bean
    As2Identities as2Identities(PartnerFolders folders) {
        return folders::identity;
    }

    @Bean
    PartnerRefresh partnerRefresh(PartnerFolders folders, PartnerProperties properties) {
        return new PartnerRefresh(folders, properties.poll());
    }
}
