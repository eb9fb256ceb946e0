package io.retrogate.deliver;

import io.retrogate.ledger.Claim;
import io.retrogate.ledger.Receipt;
import io.retrogate.ledger.Rendition;
import io.retrogate.partner.TradingPartner;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Brings one asynchronous receipt to a partner as the deliverer does, without a ledger. */
public final class CarriedReceipt {

    private CarriedReceipt() {}

    /** What the attempt saw; {@code DONE} if the partner took it. */
    public static String to(TradingPartner partner, Receipt receipt) {
        Claim claim =
                new Claim(
                        new UUID(0, 1),
                        1,
                        Receipt.FORM,
                        partner.name(),
                        receipt.deliverTo(),
                        receipt.headers() + "\r\n\r\n" + receipt.body(),
                        "interop",
                        "",
                        "",
                        1,
                        Instant.EPOCH,
                        false,
                        Rendition.NONE);
        HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        Attempt attempt = new ReceiptPost(http).to(partner, Duration.ofSeconds(20)).attempt(claim);
        return attempt.result() == Attempt.Result.DONE
                ? "DONE"
                : attempt.result() + " " + attempt.detail();
    }
}
