package io.retrogate.receive;

import io.retrogate.as2.As2Certificates;
import io.retrogate.as2.As2Party;
import io.retrogate.as2.As2Policy;
import io.retrogate.edi.PartyId;
import io.retrogate.partner.As2Agreement;
import io.retrogate.partner.Endpoint;
import io.retrogate.partner.FolderProblem;
import io.retrogate.partner.Logins;
import io.retrogate.partner.Partners;
import io.retrogate.partner.TlsAgreement;
import io.retrogate.partner.TradingPartner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Partners that have nothing but an AS2 agreement with us, mostly under our name {@code ours}. */
final class As2PartnersOnly implements Partners {

    private final List<TradingPartner> partners = new ArrayList<>();

    As2PartnersOnly with(String as2Name, As2Policy policy, As2Party... parties) {
        return with(as2Name, "ours", policy, parties);
    }

    As2PartnersOnly with(String as2Name, String ownName, As2Policy policy, As2Party... parties) {
        As2Agreement agreement =
                new As2Agreement(
                        as2Name,
                        ownName,
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        policy,
                        As2Agreement.USUALLY_AT_ONCE,
                        Logins.NONE,
                        TlsAgreement.NONE,
                        As2Certificates.active(
                                List.of(parties).stream().map(As2Party::certificate).toList()));
        partners.add(
                new TradingPartner(
                        as2Name.replaceAll("\\W", "-"),
                        Path.of("routes"),
                        List.of(),
                        List.of(),
                        Optional.of(agreement),
                        List.of(),
                        ""));
        return this;
    }

    @Override
    public List<TradingPartner> partners() {
        return partners;
    }

    @Override
    public Optional<TradingPartner> byAs2Names(String as2From, String as2To) {
        return partners.stream()
                .filter(p -> p.as2().orElseThrow().partnerName().equals(as2From))
                .filter(p -> p.as2().orElseThrow().ownName().equals(as2To))
                .findFirst();
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of();
    }

    @Override
    public Optional<TradingPartner> named(String name) {
        return Optional.empty();
    }

    @Override
    public Optional<Endpoint> endpoint(String name) {
        return Optional.empty();
    }

    @Override
    public Optional<TradingPartner> bySender(PartyId sender) {
        return Optional.empty();
    }

    @Override
    public List<FolderProblem> problems() {
        return List.of();
    }
}
