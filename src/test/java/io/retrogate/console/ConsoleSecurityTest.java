package io.retrogate.console;

import static org.hamcrest.Matchers.in;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Arrays;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

class ConsoleSecurityTest extends ConsoleCase {

    @Test
    void refusesWhoeverDoesNotKnowTheSecret() throws Exception {
        mvc.perform(get("/api/transmissions"))
                .andExpect(status().isUnauthorized())
                .andExpect(
                        header().string(
                                        "WWW-Authenticate",
                                        "Basic realm=\"Retrogate\", charset=\"UTF-8\""))
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("$.type").value("https://retrogate.io/problems/CON-005"));
        mvc.perform(get("/").accept(MediaType.TEXT_HTML)).andExpect(status().isUnauthorized());
        mvc.perform(get("/transmissions/" + FakeLedgerView.SETTLED))
                .andExpect(status().isUnauthorized());
        mvc.perform(get("/v3/api-docs")).andExpect(status().isUnauthorized());
        mvc.perform(get("/something-new")).andExpect(status().isUnauthorized());
        mvc.perform(get("/").header("Authorization", basic("operator", "operator")))
                .andExpect(status().isUnauthorized());
    }

    @Test
    void letsSchemasAndAs2Through() throws Exception {
        mvc.perform(get("/schemas/test/1.0.json"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.title").value("for the test of the console"));
        mvc.perform(get("/schemas/../application.yaml")).andExpect(status().is4xxClientError());
        // Without a CSRF token and without a secret: only the path decides.
        mvc.perform(post("/as2").content("x")).andExpect(status().is(noneOf(401, 403)));
    }

    @Test
    void refusesToChangeAnythingWithoutAToken() throws Exception {
        mvc.perform(withSecret(post("/api/transmissions")))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.type").value("https://retrogate.io/problems/CON-011"));
    }

    @Test
    void sendsHeadersThatKeepOthersOut() throws Exception {
        mvc.perform(page("/"))
                .andExpect(
                        header().string(
                                        "Content-Security-Policy",
                                        "default-src 'none'; style-src 'self'; img-src 'self';"
                                                + " form-action 'self'; frame-ancestors 'none';"
                                                + " base-uri 'none'"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Referrer-Policy", "no-referrer"))
                .andExpect(header().string("X-Frame-Options", "DENY"))
                .andExpect(header().doesNotExist("Set-Cookie"));
    }

    private static Matcher<Integer> noneOf(int... statuses) {
        return not(in(Arrays.stream(statuses).boxed().toList()));
    }
}
