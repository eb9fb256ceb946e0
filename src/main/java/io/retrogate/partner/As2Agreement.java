package io.retrogate.partner;

import io.retrogate.as2.As2Certificates;
import io.retrogate.as2.As2Policy;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How we speak AS2 with one partner.
 *
 * @param url where the partner receives; empty if we never send to it
 * @param receiptUrls where it may want its receipts on a connection of their own
 * @param awaited that the receipts for what we send come on connections of their own; empty: in the
 *     answer
 * @param atOnce how many messages the partner may be sending at the same time
 * @param logins user and password, where they are agreed
 * @param tls certificates for the connection itself, where they are agreed
 * @param certificates the partner's, each with its state
 */
public record As2Agreement(
        String partnerName,
        String ownName,
        Optional<URI> url,
        List<URI> receiptUrls,
        Optional<AwaitedReceipt> awaited,
        As2Policy policy,
        int atOnce,
        Logins logins,
        TlsAgreement tls,
        As2Certificates certificates) {

    /** Where the agreement says nothing. */
    public static final int USUALLY_AT_ONCE = 16;

    public As2Agreement {
        receiptUrls = List.copyOf(receiptUrls);
    }

    /** The names under which key pairs of ours are used with this partner. */
    List<String> ownKeys() {
        return Stream.concat(Stream.of(ownName), tls.ours().stream()).distinct().toList();
    }

    /** Whether a receipt may go there; only the query may differ from what is agreed. */
    public boolean receiptsMayGoTo(String url) {
        try {
            URI wanted = new URI(url);
            return wanted.getRawUserInfo() == null
                    && receiptUrls.stream().anyMatch(agreed -> sameButForQuery(agreed, wanted));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean sameButForQuery(URI agreed, URI wanted) {
        return agreed.getScheme().equalsIgnoreCase(wanted.getScheme())
                && agreed.getHost().equalsIgnoreCase(wanted.getHost())
                && agreed.getPort() == wanted.getPort()
                && agreed.getRawPath().equals(wanted.getRawPath());
    }
}
