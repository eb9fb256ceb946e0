package io.retrogate.receive;

import io.retrogate.archive.Archive;
import io.retrogate.archive.Archived;
import io.retrogate.archive.Bundle;
import io.retrogate.as2.ArrivedReceipt;
import io.retrogate.as2.As2Identities;
import io.retrogate.as2.As2Identity;
import io.retrogate.as2.EdiintFeatures;
import io.retrogate.edi.GatewayException;
import io.retrogate.ledger.Acceptance;
import io.retrogate.ledger.Arrival;
import io.retrogate.ledger.Failpoint;
import io.retrogate.ledger.Failpoints;
import io.retrogate.ledger.Ledger;
import io.retrogate.ledger.Receipt;
import io.retrogate.partner.As2Agreement;
import io.retrogate.partner.Partners;
import io.retrogate.partner.TradingPartner;
import io.retrogate.receive.Admissions.Admission;
import io.retrogate.receive.As2Request.Envelope;
import java.io.IOException;
import java.io.PushbackInputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes one AS2 message in: unwrap, archive, receipt, ledger, and only then the answer. Nothing is
 * acknowledged before it is durable; what is large is archived before it is unwrapped.
 */
final class As2Reception {

    private static final Logger log = LoggerFactory.getLogger(As2Reception.class);

    /** So many bytes wait in memory until all of the message is archived at once. */
    private static final long SMALL = 1 << 16;

    private final As2ReceiveProperties properties;
    private final Stores stores;
    private final Directory directory;
    private final As2Opening opening;
    private final As2ReceiptIntake receipts;
    private final Clock clock;
    private final Admissions admissions;

    As2Reception(
            As2ReceiveProperties properties,
            Stores stores,
            Directory directory,
            As2Opening opening,
            As2ReceiptIntake receipts,
            Clock clock) {
        this.properties = properties;
        this.stores = stores;
        this.directory = directory;
        this.opening = opening;
        this.receipts = receipts;
        this.clock = clock;
        this.admissions = new Admissions(properties.atOnce());
    }

    /** Where things become durable. */
    record Stores(Archive archive, Ledger ledger, Failpoints failpoints, Supplier<UUID> ids) {}

    /** Who is who. */
    record Directory(Partners partners, As2Identities identities) {

        /** Whom a partner of this name believes, even if it has mistaken our own name. */
        Optional<As2Identity> knownTo(String partnerName) {
            return partners.partners().stream()
                    .flatMap(partner -> partner.as2().stream())
                    .filter(agreed -> agreed.partnerName().equals(partnerName))
                    .flatMap(agreed -> identities.named(agreed.ownName()).stream())
                    .findFirst();
        }
    }

    As2Answer receive(As2Request request) {
        Optional<Envelope> envelope = request.envelope();
        if (envelope.isEmpty()) {
            return As2Answer.problem(As2ReceiveProblem.HEADERS, "A header is missing or wrong.");
        }
        try {
            return receive(request, envelope.get());
        } catch (BodyRefused e) {
            return As2Answer.problem(e.problem(), String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return As2Answer.problem(As2ReceiveProblem.CUT, "The body did not come whole.");
        } catch (GatewayException e) {
            log.atError()
                    .addKeyValue("problem", e.code().id())
                    .addKeyValue("messageId", envelope.get().messageId())
                    .setCause(e)
                    .log("nothing can be received now");
            return later(e);
        }
    }

    private As2Answer receive(As2Request request, Envelope envelope) throws IOException {
        Optional<TradingPartner> partner =
                directory.partners().byAs2Names(envelope.from(), envelope.to());
        Optional<As2Answer> shut = As2Door.refusal(request, envelope, partner, clock.instant());
        if (shut.isPresent()) {
            return shut.get();
        }
        Optional<As2Identity> own = directory.identities().named(envelope.to());
        if (partner.isPresent() && own.isEmpty()) {
            throw new GatewayException(As2ReceiveProblem.NO_IDENTITY, envelope.to());
        }
        Optional<Admission> admitted = admitted(partner);
        if (admitted.isEmpty()) {
            log.atWarn()
                    .addKeyValue("problem", As2ReceiveProblem.BUSY.id())
                    .addKeyValue("partner", partner.map(TradingPartner::name).orElse(""))
                    .addKeyValue("messageId", envelope.messageId())
                    .log("too many messages at once");
            return As2Answer.later(As2ReceiveProblem.BUSY, properties.retryAfter());
        }
        try {
            return taken(request, envelope, partner, own);
        } finally {
            admitted.get().end();
        }
    }

    private Optional<Admission> admitted(Optional<TradingPartner> partner) {
        int most =
                partner.flatMap(TradingPartner::as2)
                        .map(As2Agreement::atOnce)
                        .orElse(properties.strangersAtOnce());
        return admissions.admit(partner.map(TradingPartner::name).orElse(""), most);
    }

    private As2Answer taken(
            As2Request request,
            Envelope envelope,
            Optional<TradingPartner> partner,
            Optional<As2Identity> own)
            throws IOException {
        Bundle bundle = bundle(request);
        Archived wire = archived(request, partner, bundle);
        Optional<ArrivedReceipt> arrived =
                ArrivedReceipt.mayBe(request.headers())
                        ? ArrivedReceipt.of(request.headers(), bundle.open(wire.address()))
                        : Optional.empty();
        if (arrived.isPresent()) {
            keep(bundle);
            return receipts.take(arrived.get(), request, envelope, wire, partner);
        }
        As2Opening.Opened opened =
                opening.open(bundle, request.headers(), envelope, wire, partner, own);
        keep(bundle);
        Optional<As2Identity> signer = own.or(() -> directory.knownTo(envelope.from()));
        Optional<Receipt> receipt = opening.receipt(envelope, opened, signer);
        receipt.ifPresent(signed -> stores.failpoints().reach(Failpoint.RECEIPT_SIGNED));
        Arrival arrival = arrival(envelope, partner, wire, opened, receipt);
        Acceptance acceptance = accept(arrival);
        stores.failpoints().reach(Failpoint.ACCEPTED);
        report(arrival, acceptance, opened, EdiintFeatures.of(request.headers()));
        return answer(envelope, opened, own, receipt, acceptance);
    }

    /** Two syncs instead of four where they are most of the disk's work. */
    private Bundle bundle(As2Request request) {
        boolean small = request.length() >= 0 && request.length() <= SMALL;
        return small ? stores.archive().bundle() : Bundle.oneByOne(stores.archive());
    }

    private void keep(Bundle bundle) {
        bundle.keep();
        stores.failpoints().reach(Failpoint.ARCHIVED);
    }

    private Archived archived(As2Request request, Optional<TradingPartner> partner, Bundle bundle)
            throws IOException {
        long limit =
                partner.flatMap(TradingPartner::as2)
                        .map(a -> Math.min(a.policy().maxBytes(), properties.maxBody().toBytes()))
                        .orElse(properties.maxStrangerBody().toBytes());
        if (request.length() > limit) {
            throw new BodyRefused(As2ReceiveProblem.TOO_LARGE, "more than " + limit + " bytes");
        }
        PushbackInputStream body = new PushbackInputStream(request.body());
        int first = body.read();
        if (first < 0) {
            throw new BodyRefused(As2ReceiveProblem.EMPTY, "The body is empty.");
        }
        body.unread(first);
        var limits =
                new LimitedInput.Limits(
                        limit,
                        clock.instant().plus(properties.maxTime()),
                        () -> stores.failpoints().reach(Failpoint.BODY_RECEIVED));
        return bundle.store(new LimitedInput(body, limits, clock));
    }

    private Acceptance accept(Arrival arrival) {
        try {
            return stores.ledger().accept(arrival);
        } catch (GatewayException e) {
            throw e;
        } catch (RuntimeException e) {
            // Whether it committed or not: the resend will find out, and get the stored receipt.
            throw new GatewayException(
                    As2ReceiveProblem.UNAVAILABLE, String.valueOf(e.getMessage()), e);
        }
    }

    private Arrival arrival(
            Envelope envelope,
            Optional<TradingPartner> partner,
            Archived wire,
            As2Opening.Opened opened,
            Optional<Receipt> receipt) {
        String name = partner.map(TradingPartner::name).orElse("");
        return new As2Arrivals(stores.ids(), envelope, name, wire).of(opened, receipt);
    }

    private As2Answer answer(
            Envelope envelope,
            As2Opening.Opened opened,
            Optional<As2Identity> own,
            Optional<Receipt> built,
            Acceptance acceptance) {
        if (acceptance.outcome() == Acceptance.Outcome.CONFLICT) {
            return opening.receipt(envelope, opened.conflicting(), own)
                    .filter(receipt -> receipt.deliverTo().isEmpty())
                    .map(As2Answer::receipt)
                    .orElseGet(
                            () ->
                                    As2Answer.problem(
                                            As2ReceiveProblem.CONFLICT, "Nothing was processed."));
        }
        if (opened.refusal().isPresent() && built.isEmpty()) {
            return As2Answer.problem(As2ReceiveProblem.REFUSED, opened.refusal().get().modifier());
        }
        if (envelope.wanted().deliveryUrl().isPresent()) {
            return As2Answer.empty();
        }
        // The first copy may have asked for no receipt; then the one built now is as good.
        return acceptance
                .receipt()
                .or(() -> built)
                .map(As2Answer::receipt)
                .orElse(As2Answer.empty());
    }

    private As2Answer later(GatewayException failure) {
        As2ReceiveProblem problem =
                failure.code() == As2ReceiveProblem.NO_IDENTITY
                        ? As2ReceiveProblem.NO_IDENTITY
                        : As2ReceiveProblem.UNAVAILABLE;
        return As2Answer.later(problem, properties.retryAfter());
    }

    private static void report(
            Arrival arrival,
            Acceptance acceptance,
            As2Opening.Opened opened,
            List<String> features) {
        var line = arrival.refusal().isEmpty() ? log.atInfo() : log.atWarn();
        line.addKeyValue("transmission", acceptance.transmission())
                .addKeyValue("partner", arrival.partner())
                .addKeyValue("messageId", arrival.messageId())
                .addKeyValue("outcome", acceptance.outcome())
                .addKeyValue("documents", opened.contents().documents().size())
                .addKeyValue("attachments", arrival.attachments().size())
                .addKeyValue("features", features)
                .addKeyValue("refusal", arrival.refusal())
                .addKeyValue("reason", opened.reason())
                .log("AS2 message received");
    }
}
