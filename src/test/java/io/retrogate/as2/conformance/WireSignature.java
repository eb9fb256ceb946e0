package io.retrogate.as2.conformance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;

/**
 * The signature of a multipart/signed, judged as partners do: some on raw, some on canonical bytes.
 */
record WireSignature(WirePart signed, byte[] der, String micalg) {

    private static final Map<String, String> DIGESTS =
            Map.of(
                    "1.3.14.3.2.26", "sha1",
                    "2.16.840.1.101.3.4.2.1", "sha256",
                    "2.16.840.1.101.3.4.2.2", "sha384",
                    "2.16.840.1.101.3.4.2.3", "sha512");

    static WireSignature of(WirePart outer) {
        assertThat(outer.parameter("protocol")).isEqualTo("application/pkcs7-signature");
        List<WirePart> parts = outer.parts();
        assertThat(parts).hasSize(2);
        assertThat(parts.get(1).type()).isEqualTo("application/pkcs7-signature");
        return new WireSignature(parts.get(0), parts.get(1).decoded(), outer.parameter("micalg"));
    }

    void verify(X509Certificate certificate) throws Exception {
        String raw = signed.whole();
        String canonical = raw.replaceAll("\r\n|\r|\n", "\r\n");
        verify(raw, certificate);
        verify(canonical, certificate);
    }

    private void verify(String content, X509Certificate certificate) throws Exception {
        CMSSignedData cms =
                new CMSSignedData(new CMSProcessableByteArray(content.getBytes(ISO_8859_1)), der);
        assertThat(cms.getSignerInfos().getSigners()).hasSize(1);
        SignerInformation signer = cms.getSignerInfos().getSigners().iterator().next();
        assertThat(DIGESTS.get(signer.getDigestAlgOID()))
                .isEqualTo(micalg.toLowerCase(Locale.ROOT).replace("-", ""));
        assertThat(signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate)))
                .as("the signature of the MDN")
                .isTrue();
    }
}
