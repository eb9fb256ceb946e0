package io.retrogate.as2;

import static java.util.Objects.requireNonNull;

import io.retrogate.edi.GatewayException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.Provider;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessable;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignerDigestMismatchException;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * Verifies multipart/signed (RFC 1847, RFC 5652 §5): exactly one signer, by a certificate of the
 * agreement that is valid now, over the bytes as they came.
 */
final class SignatureCheck {

    private static final int MAX_SIGNATURE = 1 << 20;
    private static final String PSS = PKCSObjectIdentifiers.id_RSASSA_PSS.getId();

    /** The JDK knows RSASSA-PSS by other names than CMS uses. */
    private static final Provider FOR_PSS = new BouncyCastleProvider();

    private final Spools spools;
    private final Clock clock;

    SignatureCheck(Spools spools, Clock clock) {
        this.spools = spools;
        this.clock = clock;
    }

    /**
     * What was signed, and how.
     *
     * @param canonical the bytes that the signature covers if they differ from those that came
     */
    record Signed(
            MimeEntity entity,
            Slice covered,
            List<Spool> canonical,
            DigestAlgorithm digest,
            X509Certificate signer) {}

    Signed verify(MimeEntity entity, As2Certificates certificates, Set<String> digests)
            throws MessageRefused {
        List<Slice> parts = Multipart.split(entity);
        if (parts.size() != 2) {
            throw new MessageRefused(
                    Refusal.AUTHENTICATION_FAILED, parts.size() + " parts in multipart/signed");
        }
        byte[] signature = signature(MimeEntity.read(parts.get(1)));
        MimeEntity signed = MimeEntity.read(parts.get(0));
        SignerInformation signer = onlySigner(signed.whole(), signature);
        DigestAlgorithm digest = digestOf(signer, digests);
        MessageRefused last = null;
        for (X509Certificate certificate : certificatesOf(signer, certificates)) {
            try {
                return matches(signer, certificate)
                        ? new Signed(signed, signed.whole(), List.of(), digest, certificate)
                        : canonicalised(signed, signature, digest, certificate);
            } catch (MessageRefused e) {
                last = e;
            }
        }
        throw requireNonNull(last);
    }

    /** Some senders sign text with CR LF and send it with LF (RFC 8551 §3.1.1 wants the former). */
    private Signed canonicalised(
            MimeEntity signed,
            byte[] signature,
            DigestAlgorithm digest,
            X509Certificate certificate)
            throws MessageRefused {
        Spool canonical = spools.create();
        boolean verified = false;
        try (InputStream in = signed.whole().open();
                OutputStream out =
                        new CanonicalLines(new BufferedOutputStream(canonical.sink(), 1 << 16))) {
            in.transferTo(out);
            out.flush();
            Slice covered = Slice.of(canonical);
            verified = matches(onlySigner(covered, signature), certificate);
            if (verified) {
                return new Signed(signed, covered, List.of(canonical), digest, certificate);
            }
        } catch (IOException e) {
            throw new MessageRefused(Refusal.UNEXPECTED, e);
        } finally {
            if (!verified) {
                canonical.close();
            }
        }
        throw new MessageRefused(
                Refusal.INTEGRITY_CHECK_FAILED, "the content differs from what was signed");
    }

    private static byte[] signature(MimeEntity part) throws MessageRefused {
        if (part.body().size() > MAX_SIGNATURE) {
            throw new MessageRefused(Refusal.AUTHENTICATION_FAILED, "the signature is too large");
        }
        try (InputStream in = part.decoded()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new MessageRefused(Refusal.AUTHENTICATION_FAILED, e);
        }
    }

    private static SignerInformation onlySigner(Slice content, byte[] signature)
            throws MessageRefused {
        try {
            Collection<SignerInformation> signers =
                    new CMSSignedData(new Covered(content), signature)
                            .getSignerInfos()
                            .getSigners();
            if (signers.size() != 1) {
                throw new MessageRefused(
                        Refusal.AUTHENTICATION_FAILED, signers.size() + " signers");
            }
            return signers.iterator().next();
        } catch (CMSException | RuntimeException e) {
            throw new MessageRefused(Refusal.AUTHENTICATION_FAILED, e);
        }
    }

    private static DigestAlgorithm digestOf(SignerInformation signer, Set<String> allowed)
            throws MessageRefused {
        String oid = signer.getDigestAlgOID();
        return DigestAlgorithm.ofOid(oid)
                .filter(d -> allowed.contains(d.text()))
                .orElseThrow(
                        () ->
                                new MessageRefused(
                                        Refusal.INSUFFICIENT_SECURITY,
                                        "digest " + oid + " is not agreed"));
    }

    /** Seldom more than one: software that makes its own may give each the same number. */
    private List<X509Certificate> certificatesOf(
            SignerInformation signer, As2Certificates certificates) throws MessageRefused {
        Instant now = clock.instant();
        List<As2Certificates.Held> named =
                certificates.all().stream().filter(held -> names(signer, held)).toList();
        List<X509Certificate> counting =
                named.stream()
                        .filter(held -> held.state().receives() && held.validAt(now))
                        .map(As2Certificates.Held::certificate)
                        .toList();
        if (counting.isEmpty()) {
            String reason =
                    named.isEmpty()
                            ? "signed with a certificate that is not agreed"
                            : reason(named.get(0));
            throw new MessageRefused(Refusal.AUTHENTICATION_FAILED, reason);
        }
        return counting;
    }

    private static boolean names(SignerInformation signer, As2Certificates.Held held) {
        try {
            return signer.getSID().match(new JcaX509CertificateHolder(held.certificate()));
        } catch (CertificateException e) {
            return false;
        }
    }

    private static String reason(As2Certificates.Held held) {
        X509Certificate certificate = held.certificate();
        String which = CertificateNames.of(certificate);
        return held.state().receives()
                ? "signed with "
                        + which
                        + ", which is valid from "
                        + certificate.getNotBefore().toInstant()
                        + " to "
                        + certificate.getNotAfter().toInstant()
                        + " only"
                : "signed with " + which + ", which is retired";
    }

    /** False if the content differs; refused if the signature itself is wrong. */
    private static boolean matches(SignerInformation signer, X509Certificate certificate)
            throws MessageRefused {
        try {
            var verifier = new JcaSimpleSignerInfoVerifierBuilder();
            if (signer.getEncryptionAlgOID().equals(PSS)) {
                verifier.setProvider(FOR_PSS);
            }
            if (!signer.verify(verifier.build(certificate))) {
                throw new MessageRefused(
                        Refusal.AUTHENTICATION_FAILED, "the signature does not verify");
            }
            return true;
        } catch (CMSSignerDigestMismatchException e) {
            return false;
        } catch (GatewayException e) {
            throw e;
        } catch (CMSException | OperatorCreationException | RuntimeException e) {
            throw new MessageRefused(Refusal.AUTHENTICATION_FAILED, e);
        }
    }

    private record Covered(Slice slice) implements CMSProcessable {

        @Override
        public void write(OutputStream out) throws IOException {
            try (InputStream in = slice.open()) {
                in.transferTo(out);
            }
        }

        @Override
        public Object getContent() {
            return slice;
        }
    }
}
