package io.retrogate.partner;

import io.retrogate.as2.As2Identity;
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

    /** Our own key and certificate under this AS2 name; empty if no agreement uses the name. */
    default Optional<As2Identity> identity(String ownAs2Name) {
        return Optional.empty();
    }

    /** All that are not retired, theirs and ours. */
    default List<CertificateInUse> certificates() {
        return List.of();
    }

    /** What is wrong with folders, and what will be soon; those that are live may have warnings. */
    List<FolderProblem> problems();
}
