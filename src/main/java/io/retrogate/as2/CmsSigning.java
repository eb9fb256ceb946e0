package io.retrogate.as2;

import io.retrogate.edi.GatewayException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.Hashtable;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.CMSTypedData;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * Makes detached signatures (RFC 5652 §5): in native code if the key lies there, else with the
 * provider of the JDK, which is faster than Bouncy Castle's.
 */
final class CmsSigning {

    private CmsSigning() {}

    /** DER of the SignedData over the content, our certificate included. */
    static byte[] sign(Slice content, As2Identity own, DigestAlgorithm digest, Instant time) {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(signer(own, digest, time));
            generator.addCertificates(new JcaCertStore(List.of(own.certificate())));
            return generator.generate(new Detached(content), false).getEncoded("DER");
        } catch (CMSException | IOException | OperatorCreationException | CertificateException e) {
            throw new GatewayException(
                    As2Problem.SIGNING_FAILED, String.valueOf(e.getMessage()), e);
        }
    }

    private static SignerInfoGenerator signer(As2Identity own, DigestAlgorithm digest, Instant time)
            throws OperatorCreationException, CertificateException {
        X509Certificate certificate = own.certificate();
        String algorithm = digest.signatureWith(own.key().getAlgorithm());
        JcaContentSignerBuilder signing = new JcaContentSignerBuilder(algorithm);
        NativeRsa.of(own.key()).ifPresent(signing::setProvider);
        ContentSigner signer = signing.build(own.key());
        JcaSignerInfoGeneratorBuilder builder =
                new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build());
        builder.setSignedAttributeGenerator(
                new DefaultSignedAttributeTableGenerator(signingTime(time)));
        return builder.build(signer, certificate);
    }

    private static AttributeTable signingTime(Instant time) {
        Hashtable<ASN1ObjectIdentifier, ASN1Encodable> table = new Hashtable<>();
        table.put(
                CMSAttributes.signingTime,
                new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(time)))));
        return new AttributeTable(table);
    }

    private record Detached(Slice slice) implements CMSTypedData {

        @Override
        public ASN1ObjectIdentifier getContentType() {
            return CMSObjectIdentifiers.data;
        }

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
