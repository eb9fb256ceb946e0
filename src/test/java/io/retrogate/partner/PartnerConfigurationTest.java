package io.retrogate.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.retrogate.as2.As2Identities;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Timeout(60)
class PartnerConfigurationTest {

    @TempDir Path directory;

    @Test
    void readsTheFoldersAtStartAndFollowsThemWhileRunning() {
        var folders = new Folders(directory).endpoint("erp").partner("acme", "A");
        folders.replace("erp/endpoint.yaml", "http://localhost:1/erp", "${erp.url}");

        runner(folders)
                .withPropertyValues("erp.url=http://erp.example/in")
                .run(
                        context -> {
                            var partners = context.getBean(Partners.class);
                            assertThat(partners.problems()).isEmpty();
                            assertThat(partners.named("acme")).isPresent();
                            assertThat(partners.endpoint("erp").orElseThrow().url())
                                    .hasHost("erp.example");
                            assertThat(context.getBean(As2Identities.class).named("X")).isEmpty();

                            folders.partner("bolt", "B").delete("acme");

                            await().atMost(Duration.ofSeconds(20))
                                    .until(
                                            () ->
                                                    partners.named("bolt").isPresent()
                                                            && partners.named("acme").isEmpty());
                        });
    }

    @Test
    void asksThePartsOfOtherPackagesThoughTheyNeedPartners() {
        var folders = new Folders(directory).endpoint("erp");

        runner(folders)
                .withUserConfiguration(WithPart.class)
                .run(
                        context ->
                                assertThat(context.getBean(Partners.class).problems())
                                        .extracting(FolderProblem::explanation)
                                        .containsExactly("Seen."));
    }

    private ApplicationContextRunner runner(Folders folders) {
        return new ApplicationContextRunner()
                .withUserConfiguration(PartnerConfiguration.class)
                .withBean(Clock.class, () -> Folders.CLOCK)
                .withPropertyValues(
                        "retrogate.data=" + directory.resolve("data"),
                        "retrogate.routes=" + folders.routes,
                        "retrogate.partner.poll=100ms",
                        "retrogate.partner.key-bits=2048");
    }

    @Configuration(proxyBeanMethods = false)
    static class WithPart {

        @Bean
        FolderPart part(Partners partners) {
            return new Complainer(partners);
        }
    }

    private record Complainer(Partners partners) implements FolderPart {

        @Override
        public List<FolderProblem> check(Path folder) {
            return List.of(new FolderProblem(PartnerProblem.PART_FAILED, folder, 0, "Seen."));
        }

        @Override
        public void activate(Path folder) {}

        @Override
        public void withdraw(Path folder) {}
    }
}
