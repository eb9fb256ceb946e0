package io.retrogate.console;

import io.retrogate.edi.MessageType;
import io.retrogate.edi.PartyId;
import io.retrogate.partner.CertificateInUse;
import io.retrogate.partner.DocumentAgreement;
import io.retrogate.partner.Endpoint;
import io.retrogate.partner.FolderProblem;
import io.retrogate.partner.Partners;
import io.retrogate.partner.TradingPartner;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One partner, one endpoint, and the problems a test wants. */
final class FakePartners implements Partners {

    final List<FolderProblem> problems = new ArrayList<>();
    final List<CertificateInUse> certificates = new ArrayList<>();

    @Override
    public List<TradingPartner> partners() {
        return List.of(
                new TradingPartner(
                        "acme",
                        Path.of("routes/acme"),
                        List.of(new PartyId("ZZ", "ACME")),
                        List.of(new PartyId("ZZ", "RETROGATE")),
                        Optional.empty(),
                        List.of(
                                new DocumentAgreement(
                                        DocumentAgreement.Direction.INBOUND,
                                        MessageType.x12("180", "004010"),
                                        "997",
                                        List.of("erp"))),
                        "sftp"));
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(
                new Endpoint(
                        "erp",
                        URI.create("https://user:hidden@erp.example:8443/returns?key=hidden"),
                        Map.of("Authorization", "Bearer hidden"),
                        true,
                        Endpoint.Ambiguous.RETRY,
                        Duration.ofSeconds(30)));
    }

    @Override
    public Optional<TradingPartner> named(String name) {
        return partners().stream().filter(p -> p.name().equals(name)).findAny();
    }

    @Override
    public Optional<Endpoint> endpoint(String name) {
        return endpoints().stream().filter(e -> e.name().equals(name)).findAny();
    }

    @Override
    public Optional<TradingPartner> byAs2Names(String as2From, String as2To) {
        return Optional.empty();
    }

    @Override
    public Optional<TradingPartner> bySender(PartyId sender) {
        return Optional.empty();
    }

    @Override
    public List<CertificateInUse> certificates() {
        return List.copyOf(certificates);
    }

    @Override
    public List<FolderProblem> problems() {
        return List.copyOf(problems);
    }
}
