package io.retrogate.console;

import io.retrogate.as2.As2Certificates;
import io.retrogate.as2.CertificateNames;
import io.retrogate.edi.PartyId;
import io.retrogate.partner.As2Agreement;
import io.retrogate.partner.DocumentAgreement;
import io.retrogate.partner.Endpoint;
import io.retrogate.partner.FolderProblem;
import io.retrogate.partner.Partners;
import io.retrogate.partner.TradingPartner;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whom we deal with, as their folders say now. Headers and secrets never leave. */
@RestController
@Tag(name = "Partners", description = "Trading partners and endpoints, as their folders say now")
class PartnerApi {

    private final Partners partners;

    PartnerApi(Partners partners) {
        this.partners = partners;
    }

    @GetMapping(path = "/api/partners", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Trading partners, and what is wrong with folders that were not loaded")
    PartnerList partners() {
        return new PartnerList(
                partners.partners().stream().map(Partner::of).toList(),
                partners.problems().stream().map(Problem::of).toList());
    }

    @GetMapping(path = "/api/endpoints", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Endpoints that get canonical messages")
    EndpointList endpoints() {
        return new EndpointList(partners.endpoints().stream().map(EndpointAnswer::of).toList());
    }

    record PartnerList(List<Partner> items, List<Problem> problems) {}

    record EndpointList(List<EndpointAnswer> items) {}

    @Schema(name = "Partner")
    record Partner(
            String name,
            List<String> identifiers,
            List<String> ownIdentifiers,
            Optional<As2> as2,
            List<Document> documents,
            @Schema(description = "Way of our acknowledgements; empty if there is none")
                    String acknowledgeBy) {

        static Partner of(TradingPartner partner) {
            return new Partner(
                    partner.name(),
                    partner.identifiers().stream().map(PartyId::toString).toList(),
                    partner.ownIdentifiers().stream().map(PartyId::toString).toList(),
                    partner.as2().map(As2::of),
                    partner.documents().stream().map(Document::of).toList(),
                    partner.acknowledgeBy());
        }
    }

    @Schema(name = "As2Names")
    record As2(String partnerName, String ownName, List<Certificate> certificates) {

        static As2 of(As2Agreement as2) {
            return new As2(
                    as2.partnerName(),
                    as2.ownName(),
                    as2.certificates().all().stream().map(Certificate::of).toList());
        }
    }

    record Certificate(
            String subject,
            @Schema(description = "announced, active, retiring or retired") String state,
            @Schema(description = "SHA-256, in pairs with colons") String fingerprint,
            Instant notAfter) {

        static Certificate of(As2Certificates.Held held) {
            var certificate = held.certificate();
            return new Certificate(
                    certificate.getSubjectX500Principal().getName(),
                    held.state().name().toLowerCase(Locale.ROOT),
                    CertificateNames.fingerprint(certificate),
                    certificate.getNotAfter().toInstant());
        }
    }

    @Schema(name = "DocumentAgreement")
    record Document(
            String direction,
            String standard,
            String message,
            String acknowledge,
            List<String> to) {

        static Document of(DocumentAgreement document) {
            return new Document(
                    document.direction().name(),
                    document.message().standard().name(),
                    document.message().toString(),
                    document.acknowledge(),
                    document.to());
        }
    }

    @Schema(name = "FolderProblem", description = "Line is 0 if the whole file is meant")
    record Problem(String id, String file, int line, String explanation, String remedy) {

        static Problem of(FolderProblem problem) {
            return new Problem(
                    problem.code().id(),
                    problem.file().toString(),
                    problem.line(),
                    problem.explanation(),
                    problem.code().remedy());
        }
    }

    @Schema(name = "Endpoint")
    record EndpointAnswer(
            String name,
            @Schema(description = "Without user, password and query") String url,
            boolean idempotent,
            String ambiguous,
            @Schema(description = "Total time of one attempt, ISO 8601") String deadline) {

        static EndpointAnswer of(Endpoint endpoint) {
            var url = endpoint.url();
            var host = Optional.ofNullable(url.getHost()).orElse("");
            var port = url.getPort() < 0 ? "" : ":" + url.getPort();
            var path = Optional.ofNullable(url.getRawPath()).orElse("");
            return new EndpointAnswer(
                    endpoint.name(),
                    url.getScheme() + "://" + host + port + path,
                    endpoint.idempotent(),
                    endpoint.ambiguous().name(),
                    endpoint.deadline().toString());
        }
    }
}
