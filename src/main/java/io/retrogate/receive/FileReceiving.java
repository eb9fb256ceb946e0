package io.retrogate.receive;

import io.retrogate.archive.Archive;
import io.retrogate.ledger.Failpoints;
import io.retrogate.ledger.Ledger;
import io.retrogate.partner.FolderPart;
import io.retrogate.partner.Partners;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Offers the partner folders their ways in. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SftpServerProperties.class)
class FileReceiving {

    @Bean
    FileIntake fileIntake(Archive archive, Ledger ledger, ObjectProvider<Failpoints> failpoints) {
        return new FileIntake(
                archive, ledger, failpoints.getIfAvailable(Failpoints::none), UUID::randomUUID);
    }

    @Bean
    ReceiveTemplates receiveTemplates(FileIntake intake, Clock clock, Environment environment) {
        return new ReceiveTemplates(intake, clock, data(environment));
    }

    @Bean
    FolderPart authorizedKeys() {
        return new AuthorizedKeys();
    }

    @Bean
    @ConditionalOnProperty("retrogate.sftp.enabled")
    SftpServer sftpServer(
            SftpServerProperties properties,
            FileIntake intake,
            Partners partners,
            Clock clock,
            Environment environment) {
        return new SftpServer(
                properties,
                new HostKeys(data(environment).resolve("keys").resolve("sftp")),
                new PartnerLogin(partners),
                new Homes(data(environment).resolve("sftp"), partners, properties),
                new Uploads(intake, clock, properties.incompleteAfter()));
    }

    private static Path data(Environment environment) {
        return Path.of(environment.getProperty("retrogate.data", ".retrogate"));
    }
}
