package io.retrogate.ledger;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LedgerProperties.class)
class LedgerConfiguration {

    @Bean
    DataLock dataLock(Environment environment) throws IOException {
        return DataLock.on(Files.createDirectories(data(environment)));
    }

    @Bean
    @Conditional(NoDatabaseNamed.class)
    BundledPostgres bundledPostgres(Environment environment, DataLock lock) {
        return BundledPostgres.under(data(environment), lock);
    }

    private static Path data(Environment environment) {
        return Path.of(environment.getProperty("retrogate.data", ".retrogate"));
    }

    @Bean
    @DependsOn("dataLock")
    HikariDataSource dataSource(
            LedgerProperties properties,
            org.springframework.beans.factory.ObjectProvider<BundledPostgres> bundled)
            throws IOException {
        var pool = new HikariDataSource();
        var postgres = bundled.getIfAvailable();
        if (postgres == null) {
            pool.setJdbcUrl(properties.url());
            pool.setUsername(properties.user());
            pool.setPassword(Files.readString(properties.passwordFile()).strip());
        } else {
            pool.setJdbcUrl(postgres.url());
            pool.setUsername(postgres.user());
            pool.setPassword(postgres.password());
        }
        pool.setMaximumPoolSize(24);
        pool.setPoolName("ledger");
        DurabilityGuard.check(pool);
        return pool;
    }

    @Bean
    Ledger ledger(
            JdbcClient jdbc,
            JdbcOperations batches,
            TransactionTemplate transactions,
            Clock clock,
            Supplier<UUID> ids,
            LedgerProperties properties) {
        return new JdbcLedger(
                jdbc, batches, transactions, new LedgerTime(clock), ids, properties.stuckAfter());
    }

    @Bean
    AwaitedReceipts awaitedReceipts(
            JdbcClient jdbc, TransactionTemplate transactions, Clock clock, Supplier<UUID> ids) {
        return new JdbcAwaitedReceipts(jdbc, transactions, new LedgerTime(clock), ids);
    }

    @Bean
    LedgerView ledgerView(JdbcClient jdbc) {
        return new JdbcLedgerView(jdbc);
    }

    @Bean
    Failpoints failpoints(Environment environment) {
        var armed = environment.getProperty("retrogate.failpoint", "");
        return armed.isEmpty() ? Failpoints.none() : new ArmedFailpoints(armed);
    }
}
