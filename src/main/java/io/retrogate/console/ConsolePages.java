package io.retrogate.console;

import io.retrogate.ledger.LedgerView;
import io.retrogate.partner.Partners;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Where every document is, for people. */
@Controller
class ConsolePages {

    private static final int ROWS = 25;

    private final LedgerView ledger;
    private final LedgerCounts counts;
    private final Partners partners;
    private final Evidence evidence;

    ConsolePages(LedgerView ledger, LedgerCounts counts, Partners partners, Evidence evidence) {
        this.ledger = ledger;
        this.counts = counts;
        this.partners = partners;
        this.evidence = evidence;
    }

    @GetMapping("/")
    String overview(
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "0") int offset,
            Model model) {
        var excerpt = Excerpt.checked(search, ROWS, offset);
        var found = excerpt.from(ledger);
        model.addAttribute(
                "page",
                new OverviewPage(
                        OverviewPage.transmissionTiles(counts.of(LedgerCounts.TRANSMISSIONS)),
                        OverviewPage.deliveryTiles(counts.of(LedgerCounts.DELIVERIES)),
                        partners.problems().stream().map(Object::toString).toList(),
                        found.stories().stream().map(OverviewPage.Row::of).toList(),
                        OverviewPage.Paging.of(excerpt, found)));
        return "overview";
    }

    @GetMapping("/transmissions/{id}")
    String story(@PathVariable UUID id, Model model) {
        var story = ledger.story(id).orElseThrow(() -> evidence.transmissionUnknown(id));
        model.addAttribute("story", StoryPage.of(story));
        return "story";
    }

    @GetMapping("/transmissions/{id}/payload")
    ResponseEntity<Resource> payload(@PathVariable UUID id) {
        return evidence.payload(id);
    }

    @GetMapping("/transmissions/{id}/attachments/{number}")
    ResponseEntity<Resource> attachment(@PathVariable UUID id, @PathVariable int number) {
        return evidence.attachment(id, number);
    }

    @GetMapping("/transmissions/{id}/receipts/{receipt}")
    ResponseEntity<Resource> receipt(@PathVariable UUID id, @PathVariable UUID receipt) {
        return evidence.receipt(id, receipt);
    }

    @GetMapping("/transmissions/{id}/wire")
    ResponseEntity<Resource> wire(@PathVariable UUID id) {
        return evidence.wire(id);
    }
}
