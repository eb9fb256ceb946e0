package io.retrogate.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.retrogate.archive.Archive;
import io.retrogate.as2.As2Identities;
import io.retrogate.ledger.AwaitedReceipts;
import io.retrogate.ledger.Ledger;
import io.retrogate.ledger.RememberedReceipts;
import io.retrogate.partner.Partners;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.core.Ordered;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class As2ReceivingTest {

    @TempDir private Path data;

    @Test
    void putsTheFrontWhereItIsConfigured() {
        runner().withPropertyValues("retrogate.receive.as2.path=/edi")
                .run(
                        context -> {
                            ServletRegistrationBean<?> front =
                                    context.getBean(ServletRegistrationBean.class);
                            assertThat(front.getUrlMappings()).containsExactly("/edi");
                        });
    }

    @Test
    void letsMessagesInBeforeTheFiltersOfThePeople() {
        runner().withPropertyValues("retrogate.receive.as2.path=/edi")
                .run(
                        context -> {
                            FilterRegistrationBean<?> entrance =
                                    context.getBean(FilterRegistrationBean.class);
                            assertThat(entrance.getUrlPatterns()).containsExactly("/edi");
                            assertThat(entrance.getOrder()).isEqualTo(Ordered.HIGHEST_PRECEDENCE);
                            var answer = new MockHttpServletResponse();
                            entrance.getFilter()
                                    .doFilter(
                                            new MockHttpServletRequest("GET", "/edi"),
                                            answer,
                                            (request, response) -> fail("went on"));
                            assertThat(answer.getStatus()).isEqualTo(405);
                            assertThat(answer.getContentAsString()).contains("RCV-");
                        });
    }

    @Test
    void hasDefaultsForEverything() {
        runner().run(
                        context -> {
                            var properties = context.getBean(As2ReceiveProperties.class);
                            assertThat(properties.path()).isEqualTo("/as2");
                            assertThat(properties.maxBody().toMegabytes()).isEqualTo(1024);
                            assertThat(properties.maxStrangerBody().toMegabytes()).isEqualTo(16);
                            assertThat(properties.maxTime()).hasMinutes(10);
                            assertThat(properties.atOnce()).isEqualTo(128);
                            assertThat(properties.strangersAtOnce()).isEqualTo(4);
                            assertThat(properties.retryAfter()).hasSeconds(60);
                        });
    }

    @Test
    void clearsWhatACrashLeftInItsSpool() throws IOException {
        Path spool = Files.createDirectories(data.resolve("spool/as2-received"));
        Path left = Files.writeString(spool.resolve("spool-1.tmp"), "x");

        runner().run(context -> assertThat(left).doesNotExist());
    }

    private ApplicationContextRunner runner() {
        return new ApplicationContextRunner()
                .withUserConfiguration(As2Receiving.class)
                .withPropertyValues("retrogate.data=" + data)
                .withBean(Archive.class, RememberingArchive::new)
                .withBean(Ledger.class, RecordingLedger::new)
                .withBean(AwaitedReceipts.class, RememberedReceipts::new)
                .withBean(Partners.class, As2PartnersOnly::new)
                .withBean(As2Identities.class, () -> name -> Optional.empty())
                .withBean(Clock.class, Clock::systemUTC);
    }
}
