package io.retrogate.console;

import io.retrogate.archive.Archive;
import io.retrogate.archive.ArchiveAddress;
import io.retrogate.ledger.LedgerView;
import io.retrogate.ledger.Transmission;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Streams bytes out of the archive. A partner's bytes are only ever offered as a download. */
@Component
class Evidence {

    private final LedgerView ledger;
    private final Archive archive;

    Evidence(LedgerView ledger, Archive archive) {
        this.ledger = ledger;
        this.archive = archive;
    }

    ResponseEntity<Resource> payload(UUID transmission) {
        return download(transmission, Transmission::payloadAddress, ".edi");
    }

    ResponseEntity<Resource> wire(UUID transmission) {
        return download(transmission, Transmission::wireAddress, ".wire");
    }

    /** Counted from 1; by a name of ours, as the partner's could mislead. */
    ResponseEntity<Resource> attachment(UUID transmission, int number) {
        var story = ledger.story(transmission).orElseThrow(() -> transmissionUnknown(transmission));
        if (number < 1 || number > story.attachments().size()) {
            throw new ConsoleRefusal(
                    ConsoleProblem.CONTENT_NOT_KEPT, "There is no attachment " + number + ".");
        }
        var kept = story.attachments().get(number - 1);
        return download(kept.address(), "transmission-" + transmission + "." + number);
    }

    /** The body of a receipt that came on a connection of its own, about a delivery of this. */
    ResponseEntity<Resource> receipt(UUID transmission, UUID receipt) {
        var story = ledger.story(transmission).orElseThrow(() -> transmissionUnknown(transmission));
        var kept =
                story.deliveries().stream()
                        .flatMap(delivery -> delivery.receipts().stream())
                        .filter(came -> came.id().equals(receipt))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new ConsoleRefusal(
                                                ConsoleProblem.CONTENT_NOT_KEPT,
                                                "There is no receipt " + receipt + "."));
        return download(kept.address(), "receipt-" + receipt + ".mdn");
    }

    ResponseEntity<Resource> canonical(UUID document) {
        var found =
                ledger.document(document)
                        .orElseThrow(
                                () ->
                                        new ConsoleRefusal(
                                                ConsoleProblem.DOCUMENT_UNKNOWN,
                                                "There is no document " + document + "."));
        return answer(found.canonicalAddress()).contentType(MediaType.APPLICATION_JSON).body();
    }

    ConsoleRefusal transmissionUnknown(UUID id) {
        return new ConsoleRefusal(
                ConsoleProblem.TRANSMISSION_UNKNOWN, "There is no transmission " + id + ".");
    }

    private ResponseEntity<Resource> download(
            UUID id, Function<Transmission, String> address, String suffix) {
        var story = ledger.story(id).orElseThrow(() -> transmissionUnknown(id));
        return download(address.apply(story.transmission()), "transmission-" + id + suffix);
    }

    private ResponseEntity<Resource> download(String address, String name) {
        var attachment = ContentDisposition.attachment().filename(name).build();
        return answer(address)
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .body();
    }

    private Answer answer(String address) {
        if (address.isEmpty()) {
            throw new ConsoleRefusal(
                    ConsoleProblem.CONTENT_NOT_KEPT, "Nothing is kept under this address.");
        }
        try {
            var content = archive.open(new ArchiveAddress(address));
            var size = content.size();
            return new Answer(
                    ResponseEntity.ok().contentLength(size),
                    new InputStreamResource(content.open()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Answer(ResponseEntity.BodyBuilder builder, Resource resource) {

        Answer contentType(MediaType type) {
            return new Answer(builder.contentType(type), resource);
        }

        Answer header(String name, String value) {
            return new Answer(builder.header(name, value), resource);
        }

        ResponseEntity<Resource> body() {
            return builder.body(resource);
        }
    }
}
