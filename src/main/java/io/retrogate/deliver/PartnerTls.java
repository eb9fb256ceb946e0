package io.retrogate.deliver;

import io.retrogate.as2.As2Identities;
import io.retrogate.as2.As2Identity;
import io.retrogate.as2.PeerTls;
import io.retrogate.edi.GatewayException;
import io.retrogate.partner.As2Agreement;
import java.util.Optional;

/** TLS towards a partner's servers as its agreement says, and what is said when it fails. */
final class PartnerTls {

    private PartnerTls() {}

    static PeerTls of(As2Agreement agreed, As2Identities identities) {
        Optional<String> name = agreed.tls().ours();
        Optional<As2Identity> own = name.flatMap(identities::named);
        if (name.isPresent() && own.isEmpty()) {
            throw new GatewayException(DeliverProblem.NO_AS2, "no key for " + name.get());
        }
        return new PeerTls(agreed.tls().server(), own);
    }

    /** Nothing was taken: the next attempt may find another certificate, or another agreement. */
    static Attempt failed(String detail) {
        DeliverProblem problem = DeliverProblem.TLS_FAILED;
        String said = problem.id() + " " + detail + ". " + problem.remedy();
        return Attempt.of(Attempt.Result.NOT_DONE, said);
    }
}
