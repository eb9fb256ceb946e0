package io.retrogate.as2;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.Recipient;
import org.bouncycastle.cms.RecipientId;
import org.bouncycastle.cms.RecipientInfoGenerator;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.jcajce.JceKeyAgreeAuthEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyAgreeEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipient;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientId;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceKeyTransAuthEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientId;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * How the key of a content gets to its reader: under the reader's RSA key (RFC 5652 §6.2.1), or, if
 * the reader has a key on a curve, under one agreed with a fresh pair of ours (RFC 5753 §3.1.1).
 */
final class Recipients {

    /** The JDK knows neither this key agreement nor a GCM that gives bytes before the last came. */
    static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();

    private static final String PKCS1 = PKCSObjectIdentifiers.rsaEncryption.getId();

    private Recipients() {}

    static RecipientInfoGenerator writer(X509Certificate reader, ContentCipher cipher)
            throws GeneralSecurityException {
        if (!(reader.getPublicKey() instanceof ECPublicKey curve)) {
            return new JceKeyTransRecipientInfoGenerator(reader);
        }
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(curve.getParams());
        KeyPair once = generator.generateKeyPair();
        return new JceKeyAgreeRecipientInfoGenerator(
                        CMSAlgorithm.ECDH_SHA256KDF,
                        once.getPrivate(),
                        once.getPublic(),
                        cipher.text().startsWith("aes128")
                                ? CMSAlgorithm.AES128_WRAP
                                : CMSAlgorithm.AES256_WRAP)
                .addRecipient(reader)
                .setProvider(BOUNCY_CASTLE);
    }

    static RecipientId id(X509Certificate reader) {
        return reader.getPublicKey() instanceof ECPublicKey
                ? new JceKeyAgreeRecipientId(reader)
                : new JceKeyTransRecipientId(reader);
    }

    /**
     * The form of the content and its cipher are two things: some products put AES-GCM into an
     * EnvelopedData, where RFC 5084 does not have it.
     */
    static Recipient reader(
            PrivateKey key, CmsType type, ContentCipher cipher, RecipientInformation recipient)
            throws CMSException {
        boolean tagApart = type == CmsType.AUTH_ENVELOPED;
        if (key.getAlgorithm().equals("EC")) {
            JceKeyAgreeRecipient agreeing =
                    tagApart
                            ? new JceKeyAgreeAuthEnvelopedRecipient(key)
                            : new JceKeyAgreeEnvelopedRecipient(key);
            return agreeing.setProvider(BOUNCY_CASTLE);
        }
        JceKeyTransRecipient transported =
                tagApart
                        ? new JceKeyTransAuthEnvelopedRecipient(key)
                        : new JceKeyTransEnvelopedRecipient(key);
        boolean plain = recipient.getKeyEncryptionAlgOID().equals(PKCS1);
        Optional<Provider> library = plain ? NativeRsa.of(key) : Optional.empty();
        if (library.isPresent()) {
            // Which would otherwise also decrypt the content.
            transported.setProvider(library.get()).setContentProvider((Provider) null);
        }
        return cipher.authenticated() ? transported.setContentProvider(BOUNCY_CASTLE) : transported;
    }
}
