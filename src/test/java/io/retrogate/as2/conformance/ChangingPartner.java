package io.retrogate.as2.conformance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.retrogate.as2.As2Party;
import io.retrogate.as2.RawEntity;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.cms.CMSEnvelopedData;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientId;

/**
 * A partner whose keys change, and who hears of ours when a test says so: of several it uses each
 * in turn. What it does not have it cannot read, and what it does not know it does not believe.
 */
final class ChangingPartner {

    volatile List<As2Party> signs;
    volatile List<As2Party> decrypts;
    volatile List<X509Certificate> encryptsFor;
    volatile List<X509Certificate> believes;

    private final AtomicInteger turn = new AtomicInteger();

    ChangingPartner(As2Party own, X509Certificate ours) {
        signs = List.of(own);
        decrypts = List.of(own);
        encryptsFor = List.of(ours);
        believes = List.of(ours);
    }

    RawEntity sealed(RawEntity document) {
        X509Certificate reader = inTurn(encryptsFor);
        var ours = new As2Party("ours", inTurn(signs).keys(), reader);
        return document.signed(inTurn(signs)).encrypted(ours, Scene.AES256);
    }

    /** The disposition of a receipt that it believes. */
    String disposition(Answer answer) throws Exception {
        AssertionError last = new AssertionError("believes nobody");
        for (X509Certificate certificate : believes) {
            WireMdn.About about = answer.about();
            var by = new WireMdn.About(about.from(), about.to(), about.messageId(), certificate);
            try {
                var asked = new Answer(answer.status(), answer.headers(), answer.text(), by);
                return asked.mdn().disposition();
            } catch (AssertionError e) {
                last = e;
            }
        }
        throw last;
    }

    /** Reads what we send and answers it; says in its receipt what it cannot read or believe. */
    RawEntity receive(WirePart message) {
        String id = message.header("Message-ID");
        try {
            WirePart opened = opened(message);
            if (opened == null) {
                return refusal(id, "decryption-failed");
            }
            WireSignature signature = WireSignature.of(opened);
            if (!believed(signature)) {
                return refusal(id, "authentication-failed");
            }
            byte[] covered = signature.signed().whole().getBytes(ISO_8859_1);
            String mic = RawEntity.mic(covered, "SHA-256") + ", sha-256";
            return PlayedPartner.report(id, "processed", mic).signed(inTurn(signs));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private RawEntity refusal(String id, String modifier) {
        return PlayedPartner.report(id, "processed/Error: " + modifier, "none, sha-256")
                .signed(inTurn(signs));
    }

    private @org.jspecify.annotations.Nullable WirePart opened(WirePart message) throws Exception {
        var recipients =
                new CMSEnvelopedData(message.body().getBytes(ISO_8859_1)).getRecipientInfos();
        for (As2Party own : decrypts) {
            RecipientInformation found =
                    recipients.get(new JceKeyTransRecipientId(own.certificate()));
            if (found != null) {
                var key = new JceKeyTransEnvelopedRecipient(own.keys().getPrivate());
                return WirePart.read(new String(found.getContent(key), ISO_8859_1));
            }
        }
        return null;
    }

    private boolean believed(WireSignature signature) throws Exception {
        for (X509Certificate certificate : believes) {
            try {
                signature.verify(certificate);
                return true;
            } catch (AssertionError | org.bouncycastle.cms.CMSException e) {
                // The next one may be it.
                continue;
            }
        }
        return false;
    }

    private <T> T inTurn(List<T> choices) {
        return choices.get(Math.floorMod(turn.getAndIncrement(), choices.size()));
    }
}
