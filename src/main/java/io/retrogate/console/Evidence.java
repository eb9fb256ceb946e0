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
        var attachment =
                ContentDisposition.attachment().filename("transmission-" + id + suffix).build();
        return answer(address.apply(story.transmission()))
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
