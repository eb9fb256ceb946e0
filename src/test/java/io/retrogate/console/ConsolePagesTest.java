package io.retrogate.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import io.retrogate.partner.FolderProblem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConsolePagesTest extends ConsoleCase {

    @Test
    void saysWhatToDoWhenNothingCameInYet() throws Exception {
        assertThat(html("/")).contains("No transmission has come in yet", "partner check");
        assertThat(html("/?search=RMA-1")).contains("Nothing found for", "RMA-1");
    }

    @Test
    void showsEachTransmissionWithItsOutcome() throws Exception {
        ledger.stories.add(FakeLedgerView.settled("A-4711"));
        ledger.counts =
                Map.of(
                        "transmission.SETTLED",
                        12_345L,
                        "delivery.PARKED",
                        2L,
                        "transmission.IN_DOUBT",
                        1L);

        assertThat(html("/"))
                .contains("/transmissions/" + FakeLedgerView.SETTLED)
                .contains("2026-11-23 12:00:00 UTC", "A-4711", "RMA-7001", "Accepted with errors")
                .contains("Will retry", "12,345", "Parked", "In doubt")
                .contains("&lt;20261123.1@acme.example&gt;");
    }

    @Test
    void tellsTheWholeStory() throws Exception {
        ledger.stories.add(FakeLedgerView.settled("A-4711"));

        assertThat(html("/transmissions/" + FakeLedgerView.SETTLED))
                .contains("<h1>RMA-7001 from acme</h1>", "4.5 kB", "000000101")
                .contains("DOC-048 BLI[9]-02 XX: no code of the list")
                .contains("/api/documents/" + FakeLedgerView.DOCUMENT + "/canonical")
                .contains("<span>UNB+UNOC:3&#39;</span>\n<span>UCI+101&#39;</span>")
                .contains("503", "Service Unavailable", "2026-11-23 12:00:30 UTC", "key-1");
    }

    @Test
    void showsWhatCameBesideADocument() throws Exception {
        ledger.stories.add(FakeLedgerView.withAttachment());

        assertThat(html("/transmissions/" + FakeLedgerView.SETTLED))
                .contains("returns 23.x12", "&lt;b&gt;damage.html", "text/html", "2.0 kB")
                .contains("/transmissions/" + FakeLedgerView.SETTLED + "/attachments/1");
    }

    @Test
    void showsTheReceiptsThatCameOnConnectionsOfTheirOwn() throws Exception {
        ledger.stories.add(FakeLedgerView.awaiting());
        var path = "/transmissions/" + FakeLedgerView.SETTLED + "/receipts/";

        assertThat(html("/transmissions/" + FakeLedgerView.SETTLED))
                .contains(
                        "Receipt awaited since 2026-11-23 12:00:00 UTC until 2026-11-23 13:00:00"
                                + " UTC")
                .contains("Receipt 2026-11-23 12:00:01 UTC: MIC_MISMATCH other bytes")
                .contains("12:00:02 UTC: RECEIPT_UNSIGNED &lt;b&gt;not signed")
                .contains(path + new UUID(0, 0xc1), path + new UUID(0, 0xc2));
    }

    @Test
    void callsWhatHasNoEnvelopeAFile() throws Exception {
        ledger.stories.add(FakeLedgerView.file("FILE DOC-110 There is no document in the file."));

        assertThat(html("/transmissions/" + FakeLedgerView.SETTLED))
                .contains("<h3>File <span class=\"badge bad\">Rejected</span></h3>")
                .contains("FILE DOC-110")
                .doesNotContain("→", "interchange <span");
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
}
