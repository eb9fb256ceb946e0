package io.retrogate.console;

import io.retrogate.ledger.LedgerView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where every document is, for programs. */
@RestController
@Tag(name = "Transmissions", description = "What came in, and everything that came of it")
class TransmissionApi {

    private final LedgerView ledger;
    private final LedgerCounts counts;
    private final Evidence evidence;

    TransmissionApi(LedgerView ledger, LedgerCounts counts, Evidence evidence) {
        this.ledger = ledger;
        this.counts = counts;
        this.evidence = evidence;
    }

    @Schema(name = "TransmissionPage", description = "Some transmissions, newest first")
    record Page(
            List<TransmissionAnswer> items,
            int limit,
            int offset,
            @Schema(description = "Whether there are older ones") boolean more) {}

    @Schema(name = "Counts", description = "By state")
    record Counts(Map<String, Long> transmissions, Map<String, Long> deliveries) {}

    @GetMapping(path = "/api/transmissions", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Lists transmissions, newest first")
    Page transmissions(
            @Parameter(
                            description =
                                    "RMA, control number, Message-ID, file name, document number"
                                            + " or id;"
                                            + " empty lists all",
                            schema = @Schema(type = "string", maxLength = 200))
                    @RequestParam(defaultValue = "")
                    String search,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "200"))
                    @RequestParam(defaultValue = "50")
                    int limit,
            @Parameter(schema = @Schema(type = "integer", minimum = "0", maximum = "100000"))
                    @RequestParam(defaultValue = "0")
                    int offset) {
        var excerpt = Excerpt.checked(search, limit, offset);
        var found = excerpt.from(ledger);
        return new Page(
                found.stories().stream().map(TransmissionAnswer::of).toList(),
                limit,
                offset,
                found.more());
    }

    @GetMapping(path = "/api/transmissions/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "One transmission with its whole story")
    TransmissionAnswer transmission(@PathVariable UUID id) {
        return ledger.story(id)
                .map(TransmissionAnswer::of)
                .orElseThrow(() -> evidence.transmissionUnknown(id));
    }

    @GetMapping(
            path = "/api/transmissions/{id}/payload",
            produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Operation(summary = "The document bytes, unwrapped, exactly as they came")
    ResponseEntity<Resource> payload(@PathVariable UUID id) {
        return evidence.payload(id);
    }

    @GetMapping(
            path = "/api/transmissions/{id}/wire",
            produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Operation(summary = "The bytes as received, still signed and encrypted")
    ResponseEntity<Resource> wire(@PathVariable UUID id) {
        return evidence.wire(id);
    }

    @GetMapping(
            path = "/api/transmissions/{id}/attachments/{number}",
            produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Operation(summary = "What came beside the document, counted from 1")
    ResponseEntity<Resource> attachment(@PathVariable UUID id, @PathVariable int number) {
        return evidence.attachment(id, number);
    }

    @GetMapping(
            path = "/api/transmissions/{id}/receipts/{receipt}",
            produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Operation(
            summary = "A receipt that came on a connection of its own, exactly as it came",
            description =
                    "`receipts` of each delivery lists them, with the headers they came with.")
    ResponseEntity<Resource> receipt(@PathVariable UUID id, @PathVariable UUID receipt) {
        return evidence.receipt(id, receipt);
    }

    @GetMapping(path = "/api/documents/{id}/canonical", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "The canonical ReturnMessage of one document",
            description = "Its JSON Schema is at /schemas/return-message/1.0.json.")
    ResponseEntity<Resource> canonical(@PathVariable UUID id) {
        return evidence.canonical(id);
    }

    @GetMapping(path = "/api/counts", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "How many transmissions and deliveries are in which state")
    Counts counts() {
        return new Counts(
                counts.of(LedgerCounts.TRANSMISSIONS), counts.of(LedgerCounts.DELIVERIES));
    }
}
