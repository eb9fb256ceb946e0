package io.retrogate.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.retrogate.ledger.LedgerView;
import io.retrogate.ledger.Transmission;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConsoleApiTest extends ConsoleCase {

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
    void handsOutAttachmentsAsDownloadsUnderANameOfOurs() throws Exception {
        ledger.stories.add(FakeLedgerView.withAttachment());
        archive.kept.put("attachment-1", "<script>");
        var path = "/transmissions/" + FakeLedgerView.SETTLED + "/attachments/";

        for (var prefix : List.of("", "/api")) {
            mvc.perform(withSecret(get(prefix + path + "1")))
                    .andExpect(status().isOk())
                    .andExpect(header().string("Content-Type", "application/octet-stream"))
                    .andExpect(
                            header().string(
                                            "Content-Disposition",
                                            "attachment; filename=\"transmission-"
                                                    + FakeLedgerView.SETTLED
                                                    + ".1\""))
                    .andExpect(content().string("<script>"));
        }
        expectProblem("/api" + path + "2", 404, "CON-004");
        expectProblem("/api" + path + "0", 404, "CON-004");
    }

    @Test
    void handsOutReceiptsThatCameOnConnectionsOfTheirOwn() throws Exception {
        ledger.stories.add(FakeLedgerView.awaiting());
        archive.kept.put("receipt-2", "--mdn");
        var story = "/transmissions/" + FakeLedgerView.SETTLED;
        var receipt = new UUID(0, 0xc2);

        mvc.perform(withSecret(get("/api" + story)))
                .andExpect(jsonPath("$.deliveries[0].takenAt").value("2026-11-23T12:00:00Z"))
                .andExpect(jsonPath("$.deliveries[0].receipts.length()").value(2))
                .andExpect(
                        jsonPath("$.deliveries[0].receipts[1].receivedAt")
                                .value("2026-11-23T12:00:02Z"))
                .andExpect(
                        jsonPath("$.deliveries[0].receipts[1].headers").value("AS2-From: acme\r\n"))
                .andExpect(jsonPath("$.deliveries[0].receipts[1].id").value(receipt.toString()));
        for (var prefix : List.of("", "/api")) {
            mvc.perform(withSecret(get(prefix + story + "/receipts/" + receipt)))
                    .andExpect(status().isOk())
                    .andExpect(header().string("Content-Type", "application/octet-stream"))
                    .andExpect(
                            header().string(
                                            "Content-Disposition",
                                            "attachment; filename=\"receipt-" + receipt + ".mdn\""))
                    .andExpect(content().string("--mdn"));
        }
        expectProblem("/api" + story + "/receipts/" + new UUID(0, 0xc3), 404, "CON-004");
    }

    @Test
    void saysSoWhenTheBytesAreGoneOrNeverWere() throws Exception {
        var refused = UUID.fromString("00000000-0000-4000-8000-000000000002");
        ledger.stories.add(FakeLedgerView.settled("A-1"));
        ledger.stories.add(
                new LedgerView.Story(
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

    @Test
    void neverShowsWhatHappenedInside() throws Exception {
        ledger.broken = true;

        mvc.perform(withSecret(get("/api/counts")))
                .andExpect(status().isInternalServerError())
                .andExpect(jsonPath("$.type").value("https://retrogate.io/problems/CON-010"))
                .andExpect(content().string(not(containsString("10.1.2.3"))));
    }
}
