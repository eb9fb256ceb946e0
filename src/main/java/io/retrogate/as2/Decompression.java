package io.retrogate.as2;

import io.retrogate.edi.GatewayException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cms.CMSCompressedDataParser;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.jcajce.ZlibExpanderProvider;
import org.bouncycastle.operator.InputExpander;

/** Undoes CompressedData (RFC 3274, RFC 5402) within the size and ratio of the agreement. */
final class Decompression {

    private static final int BUFFER = 1 << 16;

    /** Small messages may compress better than any sensible ratio. */
    private static final long ALWAYS_ALLOWED = 1 << 20;

    private final Spools spools;

    Decompression(Spools spools) {
        this.spools = spools;
    }

    Spool inflate(InputStream der, As2Policy policy) throws MessageRefused {
        Inflater inflater = new Inflater();
        try (InputStream in = Asn1Limit.apply(der)) {
            CMSCompressedDataParser parser = new CMSCompressedDataParser(in);
            return spools.fill(
                    parser.getContent(algorithm -> expander(algorithm, inflater, policy))
                            .getContentStream());
        } catch (GatewayException e) {
            throw e;
        } catch (CMSException | IOException | RuntimeException e) {
            throw new MessageRefused(Refusal.DECOMPRESSION_FAILED, e);
        } finally {
            inflater.end();
        }
    }

    private static InputExpander expander(
            AlgorithmIdentifier algorithm, Inflater inflater, As2Policy policy) {
        InputExpander zlib = new ZlibExpanderProvider().get(algorithm);
        return new InputExpander() {
            @Override
            public AlgorithmIdentifier getAlgorithmIdentifier() {
                return zlib.getAlgorithmIdentifier();
            }

            @Override
            public InputStream getInputStream(InputStream compressed) {
                return new Inflating(compressed, inflater, policy);
            }
        };
    }

    private static final class Inflating extends InflaterInputStream {

        private final As2Policy policy;

        Inflating(InputStream compressed, Inflater inflater, As2Policy policy) {
            super(compressed, inflater, BUFFER);
            this.policy = policy;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            long out = inf.getBytesWritten();
            if (out > policy.maxBytes()) {
                throw new IOException("more than " + policy.maxBytes() + " bytes inflated");
            }
            if (out > ALWAYS_ALLOWED && out / policy.maxInflateRatio() > inf.getBytesRead()) {
                throw new IOException("inflates more than " + policy.maxInflateRatio() + " times");
            }
            return count;
        }
    }
}
