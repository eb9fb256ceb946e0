package io.retrogate.deliver;

import io.retrogate.as2.As2Identities;
import io.retrogate.as2.As2Link;
import io.retrogate.as2.As2Message;
import io.retrogate.as2.As2Outcome;
import io.retrogate.as2.As2Sender;
import io.retrogate.edi.Content;
import io.retrogate.edi.GatewayException;
import io.retrogate.ledger.AwaitedReceipts;
import io.retrogate.ledger.Claim;
import io.retrogate.partner.As2Agreement;
import io.retrogate.partner.AwaitedReceipt;
import io.retrogate.partner.BasicLogin;
import io.retrogate.partner.TradingPartner;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Sends acknowledgements over AS2. The Message-ID comes from the idempotency key and is the same on
 * every attempt, so a partner knows a resend (RFC 4130 §5.2.3); that makes every attempt
 * repeatable.
 */
final class As2Post {

    private final Wire wire;
    private final As2Identities identities;
    private final AwaitedReceipts receipts;

    /** Sends one message and judges the receipt. */
    @FunctionalInterface
    interface Wire {
        As2Outcome send(
                As2Link link,
                As2Message message,
                Duration deadline,
                As2Sender.Beforehand beforehand);
    }

    As2Post(Wire wire, As2Identities identities, AwaitedReceipts receipts) {
        this.wire = wire;
        this.identities = identities;
        this.receipts = receipts;
    }

    HandOver to(TradingPartner partner, Duration deadline) {
        var link = link(partner);
        Duration within =
                partner.as2()
                        .flatMap(As2Agreement::awaited)
                        .map(AwaitedReceipt::within)
                        .orElse(Duration.ZERO);
        return HandOver.repeatable(
                deadline,
                claim ->
                        judged(
                                wire.send(
                                        link,
                                        message(claim),
                                        deadline,
                                        mic ->
                                                receipts.expect(
                                                        claim, messageId(claim), mic.toString())),
                                within));
    }

    private As2Link link(TradingPartner partner) {
        As2Agreement agreed =
                partner.as2().orElseThrow(() -> noAs2(partner.name() + " has no as2 agreement"));
        return new As2Link(
                identities
                        .named(agreed.ownName())
                        .orElseThrow(() -> noAs2("no key for " + agreed.ownName())),
                agreed.ownName(),
                agreed.partnerName(),
                agreed.url().orElseThrow(() -> noAs2(partner.name() + " has no url")),
                agreed.awaited().map(AwaitedReceipt::at),
                agreed.logins().ours().map(BasicLogin::authorization),
                PartnerTls.of(agreed, identities),
                agreed.policy(),
                agreed.certificates());
    }

    private static GatewayException noAs2(String detail) {
        return new GatewayException(DeliverProblem.NO_AS2, detail);
    }

    private static String messageId(Claim claim) {
        return "<" + claim.idempotencyKey() + "@retrogate>";
    }

    private static As2Message message(Claim claim) {
        boolean edifact = claim.form().equals("CONTRL") || claim.form().equals("APERAK");
        return new As2Message(
                messageId(claim),
                claim.form() + " " + claim.subject(),
                FileNames.of(claim),
                edifact ? "application/edifact" : "application/edi-x12",
                content(claim.content()));
    }

    private static Attempt judged(As2Outcome outcome, Duration within) {
        if (outcome.state() == As2Outcome.State.NO_TLS) {
            return PartnerTls.failed(outcome.detail());
        }
        Attempt.Result result =
                switch (outcome.state()) {
                    case RECEIPT_VERIFIED -> Attempt.Result.DONE;
                    case RECEIPT_AWAITED -> Attempt.Result.AWAITED;
                    case RECEIPT_NEGATIVE -> Attempt.Result.REFUSED;
                    case HTTP_ERROR -> Attempt.Result.ANSWERED;
                    case RECEIPT_MISSING,
                            RECEIPT_UNSIGNED,
                            RECEIPT_UNPROVEN,
                            RECEIPT_OF_ANOTHER,
                            MIC_MISMATCH,
                            NO_CONNECTION,
                            NO_TLS,
                            AMBIGUOUS ->
                            Attempt.Result.NOT_DONE;
                };
        return new Attempt(result, outcome.httpStatus(), outcome.detail(), "", within);
    }

    private static Content content(String text) {
        return new Content() {
            @Override
            public InputStream open() {
                return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
            }

            @Override
            public long size() {
                return text.length();
            }
        };
    }
}
