package io.retrogate.receive;

import io.retrogate.as2.CertificateNames;
import io.retrogate.partner.As2Agreement;
import io.retrogate.partner.TlsAgreement;
import io.retrogate.partner.TradingPartner;
import io.retrogate.receive.As2Request.Envelope;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * What is refused by its headers alone, before anything of the body is read. An asynchronous
 * receipt (RFC 4130 §7.1) goes only where the agreement says; who wants it elsewhere is told at
 * once: taking the message without ever sending the receipt would let the partner believe it lost.
 */
final class As2Door {

    private static final Logger log = LoggerFactory.getLogger(As2Door.class);

    private static final String REFUSED = "a message is refused by its headers";
    private static final int LONGEST_NAME = 200;

    private As2Door() {}

    static Optional<As2Answer> refusal(
            As2Request request, Envelope envelope, Optional<TradingPartner> partner, Instant now) {
        Optional<As2Agreement> agreed = partner.flatMap(TradingPartner::as2);
        String url = envelope.wanted().deliveryUrl().orElse("");
        if (!agreed.map(As2Agreement::tls).orElse(TlsAgreement.NONE).admits(request.shown(), now)) {
            report(As2ReceiveProblem.CLIENT_CERTIFICATE, envelope, partner)
                    .addKeyValue("shown", request.shown().map(As2Door::named).orElse("nothing"))
                    .log(REFUSED);
            return Optional.of(
                    As2Answer.problem(As2ReceiveProblem.CLIENT_CERTIFICATE, "Nothing was read."));
        }
        if (!loggedIn(request, agreed)) {
            report(As2ReceiveProblem.LOGIN, envelope, partner).log(REFUSED);
            return Optional.of(As2Answer.login());
        }
        if (!url.isEmpty() && agreed.filter(a -> a.receiptsMayGoTo(url)).isEmpty()) {
            report(As2ReceiveProblem.ASYNCHRONOUS, envelope, partner)
                    .addKeyValue("url", url)
                    .log(REFUSED);
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

    private static LoggingEventBuilder report(
            As2ReceiveProblem problem, Envelope envelope, Optional<TradingPartner> partner) {
        return log.atWarn()
                .addKeyValue("problem", problem.id())
                .addKeyValue("partner", partner.map(TradingPartner::name).orElse(""))
                .addKeyValue("messageId", envelope.messageId())
                .addKeyValue("remedy", problem.remedy());
    }

    /** Anybody may have made it, with any name in it. */
    private static String named(X509Certificate shown) {
        String name = CertificateNames.of(shown).replaceAll("\\p{Cntrl}", " ");
        String begin = name.substring(0, Math.min(name.length(), LONGEST_NAME));
        return begin + ", SHA-256 " + CertificateNames.fingerprint(shown);
    }
}
