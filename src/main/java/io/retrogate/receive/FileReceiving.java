package io.retrogate.receive;

import io.retrogate.archive.Archive;
import io.retrogate.ledger.Failpoints;
import io.retrogate.ledger.Ledger;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Offers the partner folders their ways in. */
@Configuration(proxyBeanMethods = false)
class FileReceiving {

    @Bean
    ReceiveTemplates receiveTemplates(
            Archive archive,
            Ledger ledger,
            ObjectProvider<Failpoints> failpoints,
            Clock clock,
            Environment environment) {
        Path data = Path.of(environment.getProperty("retrogate.data", ".retrogate"));
        return new ReceiveTemplates(
                archive,
                ledger,
                failpoints.getIfAvailable(Failpoints::none),
                clock,
                data.resolve("spool").resolve("received"));
    }
}
