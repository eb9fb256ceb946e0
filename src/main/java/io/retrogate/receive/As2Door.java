package io.retrogate.receive;

import io.retrogate.partner.As2Agreement;
import io.retrogate.partner.TradingPartner;
import io.retrogate.receive.As2Request.Envelope;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is refused by its headers alone, before anything of the body is read. An asynchronous
 * receipt (RFC 4130 §7.1) goes only where the agreement says; who wants it elsewhere is told at
 * once: taking the message without ever sending the receipt would let the partner believe it lost.
 */
final class As2Door {

    private static final Logger log = LoggerFactory.getLogger(As2Door.class);

    private As2Door() {}

    static Optional<As2Answer> refusal(
            As2Request request, Envelope envelope, Optional<TradingPartner> partner) {
        Optional<As2Agreement> agreed = partner.flatMap(TradingPartner::as2);
        String url = envelope.wanted().deliveryUrl().orElse("");
        if (!loggedIn(request, agreed)) {
            report(As2ReceiveProblem.LOGIN, envelope, partner, "");
            return Optional.of(As2Answer.login());
        }
        if (!url.isEmpty() && agreed.filter(a -> a.receiptsMayGoTo(url)).isEmpty()) {
            report(As2ReceiveProblem.ASYNCHRONOUS, envelope, partner, url);
            return Optional.of(
                    As2Answer.problem(
                            As2ReceiveProblem.ASYNCHRONOUS, "No receipts may go to that address."));
        }
        return Optional.empty();
    }

    private static boolean loggedIn(As2Request request, Optional<As2Agreement> agreed) {
        String said = request.headers().first("Authorization").orElse("");
        return agreed.flatMap(a -> a.logins().theirs())
                .map(login -> login.isSaidBy(said))
                .orElse(true);
    }

    private static void report(
            As2ReceiveProblem problem,
            Envelope envelope,
            Optional<TradingPartner> partner,
            String url) {
        log.atWarn()
                .addKeyValue("problem", problem.id())
                .addKeyValue("partner", partner.map(TradingPartner::name).orElse(""))
                .addKeyValue("messageId", envelope.messageId())
                .addKeyValue("url", url)
                .log("a message is refused by its headers");
    }
}
