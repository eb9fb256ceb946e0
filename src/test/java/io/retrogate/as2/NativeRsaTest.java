package io.retrogate.as2;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSEnvelopedDataParser;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.RecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What native code signs and opens is what the JDK signs and opens. */
class NativeRsaTest {

    private static final byte[] CONTENT = "ISA*00*".getBytes(US_ASCII);

    private final As2Party party = As2Party.named("native");
    private final As2Identity quick = party.identity().quick();

    @BeforeEach
    void onlyWhereItRuns() {
        boolean here =
                System.getProperty("os.name").equals("Linux")
                        && System.getProperty("os.arch").equals("amd64");
        assumeTrue(here, "the library is for Linux on x86-64");
    }

    @Test
    void holdsTheSameKey() {
        assertThat(NativeRsa.of(quick.key())).isPresent();
        assertThat(NativeRsa.of(party.keys().getPrivate())).isEmpty();
        assertThat(((RSAPrivateCrtKey) quick.key()).getPrivateExponent())
                .isEqualTo(((RSAPrivateCrtKey) party.keys().getPrivate()).getPrivateExponent());
    }

    /** PKCS #1 v1.5 leaves nothing to chance, so both must sign to the same bytes. */
    @ParameterizedTest
    @ValueSource(strings = {"SHA1withRSA", "SHA256withRSA", "SHA384withRSA", "SHA512withRSA"})
    void signsAsTheJdkDoes(String algorithm) throws Exception {
        var library = NativeRsa.of(quick.key()).orElseThrow();
        assertThat(signed(Signature.getInstance(algorithm, library), quick.key()))
                .isEqualTo(signed(Signature.getInstance(algorithm), party.keys().getPrivate()));
    }

    @ParameterizedTest
    @EnumSource(DigestAlgorithm.class)
    void makesCmsThatTheJdkVerifies(DigestAlgorithm digest) throws Exception {
        byte[] der;
        try (Spool spool = Spool.inMemory(CONTENT)) {
            der = CmsSigning.sign(Slice.of(spool), quick, digest, As2Party.NOW);
        }

        var signer =
                new CMSSignedData(new CMSProcessableByteArray(CONTENT), der)
                        .getSignerInfos()
                        .getSigners()
                        .iterator()
                        .next();
        assertThat(
                        signer.verify(
                                new JcaSimpleSignerInfoVerifierBuilder()
                                        .build(party.certificate())))
                .isTrue();
    }

    @Test
    void opensWhatTheJdkSealedAndRefusesWhatWasDamaged() throws Exception {
        byte[] der = sealed(Recipients.writer(party.certificate(), ContentCipher.AES256_CBC));

        assertThat(opened(der, quick)).isEqualTo(CONTENT);
        assertThatThrownBy(() -> opened(der, As2Party.named("native-other").identity().quick()))
                .isInstanceOf(CMSException.class);
    }

    @Test
    void leavesAKeyOnACurveToTheJdk() throws Exception {
        PrivateKey curve = KeyPairGenerator.getInstance("EC").generateKeyPair().getPrivate();

        assertThat(NativeRsa.held(curve)).isSameAs(curve);
        assertThat(NativeRsa.of(curve)).isEmpty();
    }

    private static byte[] sealed(RecipientInfoGenerator recipient) throws Exception {
        var generator = new CMSEnvelopedDataGenerator();
        generator.addRecipientInfoGenerator(recipient);
        return generator
                .generate(
                        new CMSProcessableByteArray(CONTENT),
                        new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_CBC).build())
                .getEncoded();
    }

    private static byte[] opened(byte[] der, As2Identity own) throws Exception {
        var recipient = new CMSEnvelopedDataParser(der).getRecipientInfos().iterator().next();
        var reader =
                Recipients.reader(
                        own.key(), CmsType.ENVELOPED, ContentCipher.AES256_CBC, recipient);
        try (var spool =
                new Spools(Path.of("target"))
                        .fill(recipient.getContentStream(reader).getContentStream())) {
            return spool.open().readAllBytes();
        }
    }

    private static byte[] signed(Signature signature, PrivateKey key) throws Exception {
        signature.initSign(key);
        signature.update(CONTENT);
        return signature.sign();
    }
}
