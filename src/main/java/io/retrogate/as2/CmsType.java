package io.retrogate.as2;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;

/** What a CMS object is by its own content type (RFC 5652 §3), whatever the MIME headers claim. */
enum CmsType {
    ENVELOPED(CMSObjectIdentifiers.envelopedData),
    AUTH_ENVELOPED(CMSObjectIdentifiers.authEnvelopedData),
    COMPRESSED(CMSObjectIdentifiers.compressedData),
    SIGNED(CMSObjectIdentifiers.signedData);

    private static final int SEQUENCE = 0x30;
    private static final int OBJECT_IDENTIFIER = 0x06;

    private final ASN1ObjectIdentifier oid;

    CmsType(ASN1ObjectIdentifier oid) {
        this.oid = oid;
    }

    /** Reads the head of the stream only. */
    static CmsType of(InputStream der) throws MessageRefused {
        try {
            if (der.read() == SEQUENCE) {
                int length = der.read();
                der.skipNBytes(length > 0x80 ? length & 0x7F : 0);
                if (der.read() == OBJECT_IDENTIFIER) {
                    byte[] contents = der.readNBytes(Math.min(der.read(), 32));
                    return named(ASN1ObjectIdentifier.fromContents(contents));
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new MessageRefused(Refusal.DECRYPTION_FAILED, e);
        }
        throw new MessageRefused(Refusal.DECRYPTION_FAILED, "this is not CMS");
    }

    private static CmsType named(ASN1ObjectIdentifier found) throws MessageRefused {
        return Arrays.stream(values())
                .filter(t -> t.oid.equals(found))
                .findAny()
                .orElseThrow(
                        () ->
                                new MessageRefused(
                                        Refusal.DECRYPTION_FAILED, "CMS content " + found));
    }
}
