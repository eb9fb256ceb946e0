package io.retrogate.deliver;

import io.retrogate.as2.HttpClients;
import io.retrogate.ledger.Claim;
import io.retrogate.ledger.Receipt;
import io.retrogate.ledger.Rendition;
import io.retrogate.partner.TradingPartner;
import java.net.ProxySelector;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
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
        HttpClients clients = new HttpClients(ProxySelector.getDefault());
        Attempt attempt =
                new ReceiptPost(clients, name -> Optional.empty())
                        .to(partner, Duration.ofSeconds(20))
                        .attempt(claim);
        return attempt.result() == Attempt.Result.DONE
                ? "DONE"
                : attempt.result() + " " + attempt.detail();
    }
}
