package io.retrogate.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.retrogate.ledger.Transmission;
import io.retrogate.partner.FolderProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@SpringBootTest(classes = ConsoleHouse.class)
@AutoConfigureMockMvc
@Timeout(60)
class ConsoleTest {

    @TempDir static Path data;

    @Autowired MockMvc mvc;
    @Autowired FakeLedgerView ledger;
    @Autowired FakeArchive archive;
    @Autowired FakePartners partners;

    @DynamicPropertySource
    static void ownData(DynamicPropertyRegistry registry) {
        registry.add("retrogate.data", () -> data.toString());
    }

    @BeforeEach
    void startFresh() {
        ledger.clear();
        archive.kept.clear();
        partners.problems.clear();
    }

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
        mvc.perform(post("/as2").content("x")).andExpect(status().is(not(401, 403)));
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

    @Test
    void saysWhatToDoWhenNothingCameInYet() throws Exception {
        assertThat(html("/")).contains("No transmission has come in yet", "partner check");
        assertThat(html("/?search=RMA-1")).contains("Nothing found for", "RMA-1");
    }

    @Test
    void showsEachTransmissionWithItsOutcome() throws Exception {
        ledger.stories.add(FakeLedgerView.settled("A-4711"));
        ledger.counts = Map.of("transmission.SETTLED", 12_345L, "delivery.PARKED", 2L);

        assertThat(html("/"))
                .contains("/transmissions/" + FakeLedgerView.SETTLED)
                .contains("2026-11-23 12:00:00 UTC", "A-4711", "RMA-7001", "Accepted with errors")
                .contains("Will retry", "12,345", "Parked")
                .contains("&lt;20261123.1@acme.example&gt;");
    }

    @Test
    void tellsTheWholeStory() throws Exception {
        ledger.stories.add(FakeLedgerView.settled("A-4711"));

        assertThat(html("/transmissions/" + FakeLedgerView.SETTLED))
                .contains("RMA RMA-7001 from acme", "4.5 kB", "000000101")
                .contains("DOC-048 BLI[9]-02 XX: no code of the list")
                .contains("/api/documents/" + FakeLedgerView.DOCUMENT + "/canonical")
                .contains("<span>UNB+UNOC:3&#39;</span>\n<span>UCI+101&#39;</span>")
                .contains("503", "Service Unavailable", "2026-11-23 12:00:30 UTC", "key-1");
    }

    @Test
    void showsHostileTextAsText() throws Exception {
        var hostile = "<script>alert(1)</script>\" onmouseover=\"x";
        ledger.stories.add(FakeLedgerView.settled(hostile));

        for (var path : List.of("/", "/transmissions/" + FakeLedgerView.SETTLED)) {
            assertThat(html(path))
                    .contains("&lt;script&gt;")
                    .doesNotContain("<script", "\" onmouse");
        }
        assertThat(html("/?search=%3Cscript%3E")).doesNotContain("<script");
    }

    @Test
    void showsWhatIsWrongWithPartnerFolders() throws Exception {
        partners.problems.add(
                new FolderProblem(
                        FakeArchive.Problem.GONE,
                        Path.of("routes/broken/agreement.yaml"),
                        7,
                        "identifiers is missing."));

        assertThat(html("/")).contains("routes/broken/agreement.yaml:7", "identifiers is missing.");
        mvc.perform(withSecret(get("/api/partners")))
                .andExpect(jsonPath("$.problems[0].line").value(7))
                .andExpect(jsonPath("$.items[0].documents[0].message").value("180 004010"));
    }

    @Test
    void looksForExactlyWhatWasAsked() throws Exception {
        mvc.perform(withSecret(get("/").param("search", "  RMA-7001 "))).andReturn();
        mvc.perform(withSecret(get("/api/transmissions").param("search", "000000101"))).andReturn();

        assertThat(ledger.searches).containsExactly("RMA-7001", "000000101");
    }

    @Test
    void turnsPages() throws Exception {
        for (int i = 0; i < 60; i++) {
            ledger.stories.add(FakeLedgerView.settled("A-" + i));
        }

        assertThat(html("/?search=A&offset=25"))
                .contains("26 to 50", "A-25", "A-49")
                .doesNotContain("A-24<", "A-50<")
                .contains("search=A&amp;offset=0\">← Newer", "search=A&amp;offset=50\">Older →");
        mvc.perform(
                        withSecret(
                                get("/api/transmissions")
                                        .param("limit", "10")
                                        .param("offset", "50")))
                .andExpect(jsonPath("$.items.length()").value(10))
                .andExpect(jsonPath("$.more").value(false));
    }

    @Test
    void refusesLimitsThatMakeNoSense() throws Exception {
        for (var query : List.of("limit=0", "limit=201", "offset=-1", "limit=ten")) {
            mvc.perform(withSecret(get("/api/transmissions?" + query)))
                    .andExpect(status().isBadRequest())
                    .andExpect(content().contentType("application/problem+json"))
                    .andExpect(jsonPath("$.type").value("https://retrogate.io/problems/CON-002"))
                    .andExpect(jsonPath("$.remedy").isNotEmpty());
        }
        mvc.perform(withSecret(get("/api/transmissions").param("search", "x".repeat(201))))
                .andExpect(status().isBadRequest());
    }

    @Test
    void answersWithProblemDetailsWhenThereIsNoSuchThing() throws Exception {
        var unknown = UUID.randomUUID();
        expectProblem("/api/transmissions/" + unknown, 404, "CON-001");
        expectProblem("/api/transmissions/" + unknown + "/payload", 404, "CON-001");
        expectProblem("/api/transmissions/not-a-uuid", 400, "CON-002");
        expectProblem("/api/documents/" + unknown + "/canonical", 404, "CON-003");
        expectProblem("/api/nothing", 404, "CON-006");
    }

    @Test
    void handsOutTheExactBytesAsADownload() throws Exception {
        ledger.stories.add(FakeLedgerView.settled("A-1"));
        archive.kept.put("payload-1", "ISA*\u00e9<html>");

        for (var prefix : List.of("", "/api")) {
            mvc.perform(
                            withSecret(
                                    get(
                                            prefix
                                                    + "/transmissions/"
                                                    + FakeLedgerView.SETTLED
                                                    + "/payload")))
                    .andExpect(status().isOk())
                    .andExpect(header().string("Content-Type", "application/octet-stream"))
                    .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                    .andExpect(
                            header().string(
                                            "Content-Disposition",
                                            "attachment; filename=\"transmission-"
                                                    + FakeLedgerView.SETTLED
                                                    + ".edi\""))
                    .andExpect(
                            content()
                                    .bytes(
                                            "ISA*\u00e9<html>"
                                                    .getBytes(StandardCharsets.ISO_8859_1)));
        }
    }

    @Test
    void saysSoWhenTheBytesAreGoneOrNeverWere() throws Exception {
        var refused = UUID.fromString("00000000-0000-4000-8000-000000000002");
        ledger.stories.add(FakeLedgerView.settled("A-1"));
        ledger.stories.add(
                new io.retrogate.ledger.LedgerView.Story(
                        FakeLedgerView.transmission(refused, Transmission.State.REFUSED, ""),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()));

        expectProblem("/api/transmissions/" + refused + "/payload", 404, "CON-004");
        expectProblem("/api/transmissions/" + FakeLedgerView.SETTLED + "/payload", 500, "ARC-002");
    }

    @Test
    void handsOutTheCanonicalMessage() throws Exception {
        ledger.stories.add(FakeLedgerView.settled("A-1"));
        archive.kept.put("canonical-1", "{\"kind\":\"return.authorization\"}");

        mvc.perform(withSecret(get("/api/documents/" + FakeLedgerView.DOCUMENT + "/canonical")))
                .andExpect(content().contentType("application/json"))
                .andExpect(jsonPath("$.kind").value("return.authorization"));
    }

    @Test
    void answersTheStoryAsJsonWithoutArchiveAddresses() throws Exception {
        ledger.stories.add(FakeLedgerView.settled("A-1"));

        mvc.perform(withSecret(get("/api/transmissions/" + FakeLedgerView.SETTLED)))
                .andExpect(jsonPath("$.receivedAt").value("2026-11-23T12:00:00Z"))
                .andExpect(jsonPath("$.documents[0].rma").value("RMA-7001"))
                .andExpect(jsonPath("$.deliveries[0].lastStatus").value(503))
                .andExpect(jsonPath("$.deliveries[1].nextAttemptAt").doesNotExist())
                .andExpect(
                        content()
                                .string(
                                        org.hamcrest.Matchers.not(
                                                org.hamcrest.Matchers.containsString("wire-1"))));
    }

    @Test
    void neverTellsTheSecretsOfAnEndpoint() throws Exception {
        mvc.perform(withSecret(get("/api/endpoints")))
                .andExpect(jsonPath("$.items[0].url").value("https://erp.example:8443/returns"))
                .andExpect(jsonPath("$.items[0].deadline").value("PT30S"))
                .andExpect(
                        content()
                                .string(
                                        org.hamcrest.Matchers.not(
                                                org.hamcrest.Matchers.containsString("hidden"))));
    }

    @Test
    void describesItselfInOpenApi() throws Exception {
        mvc.perform(withSecret(get("/v3/api-docs")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.info.title").value("Retrogate"))
                .andExpect(
                        jsonPath("$.components.securitySchemes.operatorSecret.scheme")
                                .value("basic"))
                .andExpect(
                        result ->
                                assertThat(result.getResponse().getContentAsString())
                                        .contains(
                                                "\"/api/transmissions\"",
                                                "\"/api/transmissions/{id}\"",
                                                "\"/api/transmissions/{id}/payload\"",
                                                "\"/api/transmissions/{id}/wire\"",
                                                "\"/api/documents/{id}/canonical\"",
                                                "\"/api/partners\"",
                                                "\"/api/endpoints\"",
                                                "\"/api/counts\"",
                                                "#/components/schemas/Problem")
                                        .doesNotContain("\"/api/**\""));
    }

    private void expectProblem(String path, int status, String id) throws Exception {
        mvc.perform(withSecret(get(path)))
                .andExpect(status().is(status))
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("$.type").value("https://retrogate.io/problems/" + id))
                .andExpect(jsonPath("$.status").value(status));
    }

    private String html(String path) throws Exception {
        return mvc.perform(page(path))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private MockHttpServletRequestBuilder page(String path) throws IOException {
        return withSecret(get(java.net.URI.create(path)).accept(MediaType.TEXT_HTML));
    }

    private MockHttpServletRequestBuilder withSecret(MockHttpServletRequestBuilder request)
            throws IOException {
        var secret = Files.readString(data.resolve("console-secret")).strip();
        return request.header("Authorization", basic("operator", secret));
    }

    private static String basic(String user, String secret) {
        return "Basic "
                + Base64.getEncoder()
                        .encodeToString((user + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    private static org.hamcrest.Matcher<Integer> not(int... statuses) {
        return org.hamcrest.Matchers.not(
                org.hamcrest.Matchers.in(java.util.Arrays.stream(statuses).boxed().toList()));
    }
}
