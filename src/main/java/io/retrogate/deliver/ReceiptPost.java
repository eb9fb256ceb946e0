package io.retrogate.deliver;

import io.retrogate.edi.GatewayException;
import io.retrogate.ledger.Claim;
import io.retrogate.partner.TradingPartner;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Brings asynchronous receipts to where the partner wants them (RFC 4130 §7.1). Each attempt sends
 * the same bytes under the same Message-ID, so a second one does no harm.
 */
final class ReceiptPost {

    private final HttpExchange exchange;

    ReceiptPost(HttpClient http) {
        this.exchange = new HttpExchange(http);
    }

    HandOver to(TradingPartner partner, Duration deadline) {
        return HandOver.repeatable(deadline, claim -> attempt(partner, claim, deadline));
    }

    private Attempt attempt(TradingPartner partner, Claim claim, Duration deadline) {
        if (partner.as2().filter(a -> a.receiptsMayGoTo(claim.address())).isEmpty()) {
            throw new GatewayException(DeliverProblem.RECEIPT_ELSEWHERE, claim.address());
        }
        return exchange.post(request(claim), deadline);
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
