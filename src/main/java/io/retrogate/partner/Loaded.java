package io.retrogate.partner;

import java.util.Optional;

/** A good folder: whom it describes, and where in the file each thing stands. */
sealed interface Loaded {

    YamlFile yaml();

    default Optional<TradingPartner> partner() {
        return this instanceof OfPartner of ? Optional.of(of.trading()) : Optional.empty();
    }

    default Optional<Endpoint> endpoint() {
        return this instanceof OfEndpoint of ? Optional.of(of.receiver()) : Optional.empty();
    }

    record OfPartner(TradingPartner trading, YamlFile yaml) implements Loaded {}

    record OfEndpoint(Endpoint receiver, YamlFile yaml) implements Loaded {}
}
