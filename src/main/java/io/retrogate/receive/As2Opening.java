package io.retrogate.receive;

import io.retrogate.archive.Archive;
import io.retrogate.archive.Archived;
import io.retrogate.as2.As2Identity;
import io.retrogate.as2.As2Trust;
import io.retrogate.as2.Mdn;
import io.retrogate.as2.MdnWriter;
import io.retrogate.as2.Mic;
import io.retrogate.as2.MimeHeaders;
import io.retrogate.as2.Refusal;
import io.retrogate.as2.Unwrapped;
import io.retrogate.as2.Unwrapper;
import io.retrogate.edi.GatewayException;
import io.retrogate.ledger.Receipt;
import io.retrogate.partner.As2Agreement;
import io.retrogate.partner.TradingPartner;
import io.retrogate.receive.As2Request.Envelope;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens what is in the archive as the agreement says, keeps what is in it, and writes receipts. */
final class As2Opening {

    private static final Logger log = LoggerFactory.getLogger(As2Opening.class);

    private final Unwrapper unwrapper;
    private final MdnWriter receipts;

    As2Opening(Unwrapper unwrapper, MdnWriter receipts) {
        this.unwrapper = unwrapper;
        this.receipts = receipts;
    }

    /**
     * What became of the message.
     *
     * @param reason of the refusal, for our own people
     */
    record Opened(
            As2Contents contents, Optional<Mic> mic, Optional<Refusal> refusal, String reason) {

        static Opened refused(Refusal refusal, Optional<Mic> mic, String reason) {
            return new Opened(As2Contents.NONE, mic, Optional.of(refusal), reason);
        }

        Opened conflicting() {
            return new Opened(contents, mic, Optional.of(Refusal.DUPLICATE_DOCUMENT), reason);
        }
    }

    Opened open(
            Archive archive,
            MimeHeaders headers,
            Envelope envelope,
            Archived wire,
            Optional<TradingPartner> partner,
            Optional<As2Identity> own) {
        Optional<As2Agreement> agreement = partner.flatMap(TradingPartner::as2);
        if (agreement.isEmpty() || own.isEmpty()) {
            return Opened.refused(
                    Refusal.UNKNOWN_RELATIONSHIP,
                    Optional.empty(),
                    envelope.from() + " to " + envelope.to());
        }
        As2Trust trust =
                new As2Trust(own.get(), agreement.get().policy(), agreement.get().certificates());
        try (Unwrapped unwrapped =
                unwrapper.unwrap(headers, archive.open(wire.address()), trust, envelope.wanted())) {
            return kept(unwrapped, archive);
        } catch (GatewayException e) {
            throw e;
        } catch (RuntimeException e) {
            log.atError().setCause(e).log("an AS2 message cannot be opened");
            return Opened.refused(Refusal.UNEXPECTED, Optional.empty(), e.toString());
        }
    }

    private static Opened kept(Unwrapped unwrapped, Archive archive) {
        if (unwrapped.refusal().isPresent()) {
            return Opened.refused(unwrapped.refusal().get(), unwrapped.mic(), unwrapped.detail());
        }
        try {
            As2Contents contents = As2Contents.kept(unwrapped.parts(), archive);
            return new Opened(contents, unwrapped.mic(), Optional.empty(), "");
        } catch (IOException e) {
            return Opened.refused(
                    Refusal.UNEXPECTED, unwrapped.mic(), "transfer encoding: " + e.getMessage());
        }
    }

    /** Empty if none was asked for. */
    Optional<Receipt> receipt(Envelope envelope, Opened opened, Optional<As2Identity> own) {
        if (!envelope.wanted().asked()) {
            return Optional.empty();
        }
        Mdn mdn =
                receipts.write(
                        new MdnWriter.Subject(
                                envelope.to(),
                                envelope.from(),
                                envelope.messageId(),
                                envelope.wanted(),
                                opened.refusal(),
                                opened.mic()),
                        own);
        String deliverTo = envelope.wanted().deliveryUrl().orElse("");
        return Optional.of(new Receipt(mdn.headers(), mdn.body(), deliverTo));
    }
}
