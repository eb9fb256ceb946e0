package io.retrogate.as2;

import io.retrogate.edi.GatewayException;
import java.io.IOException;
import java.io.InputStream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.cms.CMSAuthEnvelopedDataParser;
import org.bouncycastle.cms.CMSEnvelopedDataParser;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.RecipientInformationStore;

/**
 * Opens EnvelopedData (RFC 5652 §6) and AuthEnvelopedData (RFC 5083). The plaintext is complete,
 * and its tag verified, before anybody can read it.
 */
final class Decryption {

    private final Spools spools;

    Decryption(Spools spools) {
        this.spools = spools;
    }

    Spool decrypt(InputStream der, CmsType type, As2Trust trust) throws MessageRefused {
        try (InputStream in = Asn1Limit.apply(der)) {
            return type == CmsType.AUTH_ENVELOPED ? authenticated(in, trust) : plain(in, trust);
        } catch (GatewayException e) {
            throw e;
        } catch (CMSException | IOException | RuntimeException e) {
            throw new MessageRefused(Refusal.DECRYPTION_FAILED, e);
        }
    }

    private Spool plain(InputStream in, As2Trust trust)
            throws CMSException, IOException, MessageRefused {
        CMSEnvelopedDataParser parser = new CMSEnvelopedDataParser(in);
        ContentCipher cipher =
                allowed(parser.getContentEncryptionAlgorithm().getAlgorithm(), trust);
        return open(parser.getRecipientInfos(), CmsType.ENVELOPED, cipher, trust);
    }

    private Spool authenticated(InputStream in, As2Trust trust)
            throws CMSException, IOException, MessageRefused {
        CMSAuthEnvelopedDataParser parser = new CMSAuthEnvelopedDataParser(in);
        ContentCipher cipher = allowed(parser.getEncryptionAlgOID().getAlgorithm(), trust);
        return open(parser.getRecipientInfos(), CmsType.AUTH_ENVELOPED, cipher, trust);
    }

    private Spool open(
            RecipientInformationStore recipients,
            CmsType type,
            ContentCipher cipher,
            As2Trust trust)
            throws CMSException, IOException, MessageRefused {
        for (As2Identity own : trust.own().decrypting()) {
            RecipientInformation recipient = recipients.get(Recipients.id(own.certificate()));
            if (recipient != null) {
                var key = Recipients.reader(own.key(), type, cipher, recipient);
                return spools.fill(recipient.getContentStream(key).getContentStream());
            }
        }
        throw new MessageRefused(Refusal.DECRYPTION_FAILED, forWhom(recipients, trust.own()));
    }

    private static String forWhom(RecipientInformationStore recipients, As2Identity own) {
        return own.retired().stream()
                .filter(c -> recipients.get(Recipients.id(c)) != null)
                .map(c -> "encrypted for our " + CertificateNames.of(c) + ", which is retired")
                .findFirst()
                .orElse("encrypted for somebody else");
    }

    private static ContentCipher allowed(ASN1ObjectIdentifier oid, As2Trust trust)
            throws MessageRefused {
        return ContentCipher.ofOid(oid.getId())
                .filter(c -> trust.policy().ciphers().contains(c.text()))
                .orElseThrow(
                        () ->
                                new MessageRefused(
                                        Refusal.INSUFFICIENT_SECURITY,
                                        "cipher " + oid + " is not agreed"));
    }
}
