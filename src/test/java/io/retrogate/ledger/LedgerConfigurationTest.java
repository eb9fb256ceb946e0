package io.retrogate.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.retrogate.MovingClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Timeout(60)
class LedgerConfigurationTest {

    @TempDir Path directory;
    private final PostgresForTests postgres = PostgresForTests.shared();

    @Test
    void usesTheDatabaseThatIsNamedAndStartsNoOther() throws Exception {
        named("")
                .run(
                        context -> {
                            assertThat(context).hasNotFailed().hasSingleBean(Ledger.class);
                            assertThat(context).doesNotHaveBean(BundledPostgres.class);
                            assertThat(context.getBean(HikariDataSource.class).getJdbcUrl())
                                    .isEqualTo(postgres.pool.getJdbcUrl());
                            assertThat(context.getBean(LedgerView.class).writable()).isTrue();
                        });
    }

    @Test
    void keepsASecondGatewayFromItsDirectory() throws Exception {
        var data = Files.createDirectories(directory.resolve("data"));

        try (var first = DataLock.on(data)) {
            named("")
                    .run(
                            context ->
                                    assertThat(context.getStartupFailure())
                                            .as(first.toString())
                                            .rootCause()
                                            .hasMessageContaining("LGR-003"));
        }
    }

    @Test
    void refusesToStartOnADatabaseThatForgetsCommits() throws Exception {
        named("?options=-c%20synchronous_commit=off")
                .run(
                        context ->
                                assertThat(context.getStartupFailure())
                                        .rootCause()
                                        .hasMessageContaining("LGR-001"));
    }

    private ApplicationContextRunner named(String options) throws Exception {
        var secret = Files.writeString(directory.resolve("secret"), postgres.pool.getPassword());
        return new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(
                                JdbcTemplateAutoConfiguration.class,
                                JdbcClientAutoConfiguration.class,
                                TransactionAutoConfiguration.class,
                                DataSourceTransactionManagerAutoConfiguration.class,
                                FlywayAutoConfiguration.class))
                .withUserConfiguration(LedgerConfiguration.class, TimeAndChance.class)
                .withPropertyValues(
                        "retrogate.data=" + directory.resolve("data"),
                        "retrogate.ledger.url=" + postgres.pool.getJdbcUrl() + options,
                        "retrogate.ledger.user=" + postgres.pool.getUsername(),
                        "retrogate.ledger.password-file=" + secret);
    }

    @Configuration(proxyBeanMethods = false)
    static class TimeAndChance {

        @Bean
        Clock clock() {
            return new MovingClock();
        }

        @Bean
        Supplier<UUID> ids() {
            return UUID::randomUUID;
        }
    }
}
