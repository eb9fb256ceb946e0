package io.retrogate.bench;

import io.retrogate.archive.Archive;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.DependsOn;
import org.springframework.core.env.Environment;

/**
 * The gateway in a JVM of its own: {@code whole}, or {@code alone}, which is AS2, archive, ledger
 * and partner folders and nothing behind them. Prints {@code {"ready":PORT}} and ends when its
 * standard input does.
 */
final class RetrogateServer {

    private RetrogateServer() {}

    public static void main(String[] arguments) throws Exception {
        var what =
                arguments[0].equals("whole")
                        ? Class.forName("io.retrogate.RetrogateApplication")
                        : Alone.class;
        var settings = java.util.Arrays.copyOfRange(arguments, 1, arguments.length);
        try (var context = new SpringApplicationBuilder(what).run(settings)) {
            int port = ((WebServerApplicationContext) context).getWebServer().getPort();
            System.out.println("{\"ready\":" + port + "}");
            untilStandardInputEnds();
        }
    }

    private static void untilStandardInputEnds() throws IOException {
        while (System.in.read() >= 0) {
            // Whoever started this keeps the other end open for as long as it is needed.
        }
    }

    /** Not marked as a configuration, so that no other application finds it by scanning. */
    @ComponentScan({"io.retrogate.receive", "io.retrogate.ledger", "io.retrogate.partner"})
    @ImportAutoConfiguration({
        ConfigurationPropertiesAutoConfiguration.class,
        ServletWebServerFactoryAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        FlywayAutoConfiguration.class
    })
    static class Alone {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        Supplier<UUID> ids() {
            return UUID::randomUUID;
        }

        @Bean
        @DependsOn("dataSource")
        Archive archive(Environment environment) {
            var data = environment.getRequiredProperty("retrogate.data");
            return Archive.inDirectory(Path.of(data).resolve("archive"));
        }
    }
}
