package io.retrogate.deliver;

import io.retrogate.as2.As2Identities;
import io.retrogate.as2.HttpClients;
import io.retrogate.edi.GatewayException;
import io.retrogate.ledger.Claim;
import io.retrogate.partner.As2Agreement;
import io.retrogate.partner.TradingPartner;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Brings asynchronous receipts to where the partner wants them (RFC 4130 §7.1). Each attempt sends
 * the same bytes under the same Message-ID, so a second one does no harm.
 */
final class ReceiptPost {

    private final HttpClients clients;
    private final As2Identities identities;

    ReceiptPost(HttpClients clients, As2Identities identities) {
        this.clients = clients;
        this.identities = identities;
    }

    HandOver to(TradingPartner partner, Duration deadline) {
        return HandOver.repeatable(deadline, claim -> attempt(partner, claim, deadline));
    }

    private Attempt attempt(TradingPartner partner, Claim claim, Duration deadline) {
        As2Agreement agreed =
                partner.as2()
                        .filter(a -> a.receiptsMayGoTo(claim.address()))
                        .orElseThrow(() -> elsewhere(claim.address()));
        var http = clients.to(PartnerTls.of(agreed, identities));
        return new HttpExchange(http).post(request(claim), deadline);
    }

    private static GatewayException elsewhere(String address) {
        return new GatewayException(DeliverProblem.RECEIPT_ELSEWHERE, address);
    }

    private static HttpRequest request(Claim claim) {
        int blank = claim.content().indexOf("\r\n\r\n");
        byte[] body = claim.content().substring(blank + 4).getBytes(StandardCharsets.ISO_8859_1);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(claim.address()))
                        .header("User-Agent", "Retrogate")
                        .POST(BodyPublishers.ofByteArray(body));
        for (String line : claim.content().substring(0, blank).split("\r\n", -1)) {
            int colon = line.indexOf(':');
            request.header(line.substring(0, colon), line.substring(colon + 1).strip());
        }
        return request.build();
    }
}
