package io.retrogate.partner;

import io.retrogate.as2.As2Identity;
import io.retrogate.as2.CertificateState;
import io.retrogate.edi.PartyId;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everybody at one moment; never changes, so many threads may look. */
final class Roster implements Partners {

    static final Roster EMPTY = new Roster(List.of(), List.of(), List.of());

    private record As2Names(String from, String to) {}

    private final List<TradingPartner> partners;
    private final List<Endpoint> endpoints;
    private final Map<String, TradingPartner> partnersByName;
    private final Map<String, Endpoint> endpointsByName;
    private final Map<As2Names, TradingPartner> byAs2Names = new HashMap<>();
    private final Map<PartyId, TradingPartner> bySender = new HashMap<>();
    private final Map<String, As2Identity> identities;
    private final List<FolderProblem> problems;
    private final List<CertificateInUse> certificates;

    Roster(Collection<Loaded> live, List<OwnKeys.Look> ownKeys, List<FolderProblem> problems) {
        this.partners = live.stream().flatMap(loaded -> loaded.partner().stream()).toList();
        this.endpoints = live.stream().flatMap(loaded -> loaded.endpoint().stream()).toList();
        this.partnersByName =
                partners.stream().collect(Collectors.toMap(TradingPartner::name, p -> p));
        this.endpointsByName = endpoints.stream().collect(Collectors.toMap(Endpoint::name, e -> e));
        this.identities =
                ownKeys.stream()
                        .collect(Collectors.toMap(OwnKeys.Look::name, OwnKeys.Look::identity));
        this.problems = List.copyOf(problems);
        this.certificates =
                Stream.concat(
                                partners.stream().flatMap(Roster::theirs),
                                ownKeys.stream().flatMap(Roster::ours))
                        .filter(certificate -> certificate.state().receives())
                        .toList();
        for (TradingPartner partner : partners) {
            partner.identifiers().forEach(id -> bySender.put(id, partner));
            partner.as2()
                    .map(as2 -> new As2Names(as2.partnerName(), as2.ownName()))
                    .ifPresent(names -> byAs2Names.put(names, partner));
        }
    }

    private static Stream<CertificateInUse> theirs(TradingPartner partner) {
        Stream<CertificateInUse> signing =
                partner.as2().stream()
                        .flatMap(as2 -> as2.certificates().all().stream())
                        .map(held -> theirs(partner, held.state(), held.certificate()));
        Stream<CertificateInUse> connecting =
                partner.as2().stream()
                        .flatMap(as2 -> as2.tls().theirs().stream())
                        .map(one -> theirs(partner, CertificateState.ACTIVE, one));
        // Many a partner has one for both.
        return Stream.concat(signing, connecting).distinct();
    }

    private static CertificateInUse theirs(
            TradingPartner partner, CertificateState state, X509Certificate certificate) {
        return new CertificateInUse(partner.name(), false, state, certificate);
    }

    private static Stream<CertificateInUse> ours(OwnKeys.Look look) {
        return look.keys().stream()
                .map(
                        key ->
                                new CertificateInUse(
                                        look.name(),
                                        true,
                                        key.state(),
                                        key.identity().certificate()));
    }

    @Override
    public List<TradingPartner> partners() {
        return partners;
    }

    @Override
    public List<Endpoint> endpoints() {
        return endpoints;
    }

    @Override
    public Optional<TradingPartner> named(String name) {
        return Optional.ofNullable(partnersByName.get(name));
    }

    @Override
    public Optional<Endpoint> endpoint(String name) {
        return Optional.ofNullable(endpointsByName.get(name));
    }

    @Override
    public Optional<TradingPartner> byAs2Names(String as2From, String as2To) {
        return Optional.ofNullable(byAs2Names.get(new As2Names(as2From, as2To)));
    }

    @Override
    public Optional<TradingPartner> bySender(PartyId sender) {
        return Optional.ofNullable(bySender.get(sender));
    }

    @Override
    public Optional<As2Identity> identity(String ownAs2Name) {
        return Optional.ofNullable(identities.get(ownAs2Name));
    }

    @Override
    public List<CertificateInUse> certificates() {
        return certificates;
    }

    @Override
    public List<FolderProblem> problems() {
        return problems;
    }
}
