package io.retrogate.as2;

import java.io.BufferedInputStream;
import java.io.InputStream;
import org.bouncycastle.asn1.ASN1InputStream;

/** Keeps a few forged bytes from claiming, and so reserving, all memory. */
final class Asn1Limit {

    private static final int BUFFER = 1 << 16;

    /** Everything in CMS but the content itself, which is streamed, is far smaller. */
    private static final int LARGEST_OBJECT = 4 << 20;

    private Asn1Limit() {}

    static InputStream apply(InputStream der) {
        // The parsers take their limit from this class and read it as a plain stream otherwise.
        return new ASN1InputStream(new BufferedInputStream(der, BUFFER), LARGEST_OBJECT);
    }
}
