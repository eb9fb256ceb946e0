package io.retrogate.console;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.retrogate.MovingClock;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The console over fakes, asked without sockets; one context for all its tests. */
@SpringBootTest(classes = ConsoleHouse.class)
@AutoConfigureMockMvc
@Timeout(60)
abstract class ConsoleCase {

    /** Lives as long as the context, which several test classes share. */
    private static final Path DATA = Path.of("target", "console-test-data");

    @Autowired MockMvc mvc;
    @Autowired FakeLedgerView ledger;
    @Autowired FakeArchive archive;
    @Autowired FakePartners partners;
    @Autowired MovingClock clock;

    @DynamicPropertySource
    static void ownData(DynamicPropertyRegistry registry) {
        registry.add("retrogate.data", DATA::toString);
    }

    @BeforeEach
    void startFresh() {
        ledger.clear();
        archive.kept.clear();
        partners.problems.clear();
        clock.advance(Duration.ofMinutes(2));
    }

    void expectProblem(String path, int status, String id) throws Exception {
        mvc.perform(withSecret(get(path)))
                .andExpect(status().is(status))
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("$.type").value("https://retrogate.io/problems/" + id))
                .andExpect(jsonPath("$.status").value(status));
    }

    String html(String path) throws Exception {
        return mvc.perform(page(path))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    static MockHttpServletRequestBuilder page(String path) throws IOException {
        return withSecret(get(URI.create(path)).accept(MediaType.TEXT_HTML));
    }

    static MockHttpServletRequestBuilder withSecret(MockHttpServletRequestBuilder request)
            throws IOException {
        var secret = Files.readString(DATA.resolve("console-secret")).strip();
        return request.header("Authorization", basic("operator", secret));
    }

    static String basic(String user, String secret) {
        var login = (user + ":" + secret).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(login);
    }
}
