package io.retrogate.partner;

import io.retrogate.edi.PartyId;
import java.util.List;
import java.util.Optional;

/**
 * Everybody we deal with, as their folders say now; a broken folder keeps its last good version.
 */
public interface Partners {

    List<TradingPartner> partners();

    List<Endpoint> endpoints();

    Optional<TradingPartner> named(String name);

    Optional<Endpoint> endpoint(String name);

    /** Names are case-sensitive and already unquoted; both must match the same agreement. */
    Optional<TradingPartner> byAs2Names(String as2From, String as2To);

    Optional<TradingPartner> bySender(PartyId sender);

    /** What is wrong with folders that could not be loaded. */
    List<FolderProblem> problems();
}
