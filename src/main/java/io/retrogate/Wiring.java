package io.retrogate;

import io.retrogate.archive.Archive;
import io.retrogate.edi.schema.Schemas;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.core.env.Environment;

/** What the nouns offer, made known to Spring: time, chance, schemas, archive. */
@Configuration(proxyBeanMethods = false)
class Wiring {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Supplier<UUID> ids() {
        return UUID::randomUUID;
    }

    @Bean
    Schemas schemas() {
        return Schemas.builtIn();
    }

    /** After the ledger, whose lock keeps a second gateway from cleaning up under the first. */
    @Bean
    @DependsOn("dataSource")
    Archive archive(Environment environment) {
        var node = Node.of(environment);
        return Archive.inDirectory(node.shared().resolve("archive"), node.name());
    }
}
