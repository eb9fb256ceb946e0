package io.retrogate.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.as2.As2Certificates.Held;
import io.retrogate.as2.As2Party;
import io.retrogate.as2.CertificateState;
import io.retrogate.partner.CertificateImport.Outcome;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CertificateImportTest {

    private static final Duration LONG = Duration.ofDays(300);
    private static final As2Party OLD = Folders.party("Old & Co", LONG);
    private static final As2Party NEXT = Folders.party("next", LONG);

    @TempDir Path directory;
    private Folders folders;

    @BeforeEach
    void startWithAPartnerWithoutCertificate() {
        folders = new Folders(directory).endpoint("erp").as2Partner("acme", "ACME", "");
    }

    @Test
    void makesTheFirstOneActiveAndTheNextOneAnnounced() throws Exception {
        var first = put(der(OLD), Optional.empty());
        var second = put(pem(NEXT), Optional.empty());

        assertThat(first.state()).isEqualTo(CertificateState.ACTIVE);
        assertThat(folders.routes.relativize(first.file()).toString())
                .matches("acme/certs/old-co-[0-9a-f]{8}\\.pem");
        assertThat(second.state()).isEqualTo(CertificateState.ANNOUNCED);
        assertThat(folders.routes.relativize(second.file()).toString())
                .matches("acme/certs/announced/next-[0-9a-f]{8}\\.pem");
        assertThat(held())
                .containsExactly(
                        new Held(OLD.certificate(), CertificateState.ACTIVE),
                        new Held(NEXT.certificate(), CertificateState.ANNOUNCED));
    }

    @Test
    void retiresTheActiveOneWhenAnotherBecomesActive() throws Exception {
        put(pem(OLD), Optional.empty());
        put(pem(NEXT), Optional.empty());

        var active = put(pem(NEXT), Optional.of(CertificateState.ACTIVE));

        assertThat(active.moved()).singleElement().asString().contains("acme/certs/retiring/old");
        assertThat(held())
                .containsExactly(
                        new Held(NEXT.certificate(), CertificateState.ACTIVE),
                        new Held(OLD.certificate(), CertificateState.RETIRING));
        assertThat(folders.check("acme").problems()).isEmpty();
    }

    @Test
    void changesNothingWhenItIsThereAlready() throws Exception {
        folders.certificate("acme/certs/by-hand.pem", OLD);

        var again = put(der(OLD), Optional.of(CertificateState.ACTIVE));

        assertThat(again.moved()).isEmpty();
        assertThat(again.file().getFileName()).hasToString("by-hand.pem");
        assertThat(files()).containsExactly("by-hand.pem");
    }

    @Test
    void goesOnWhereItWasInterrupted() throws Exception {
        folders.certificate("acme/certs/retiring/old.pem", OLD)
                .write("acme/certs/.next-12345678.pem.draft", "half");

        put(pem(NEXT), Optional.of(CertificateState.ACTIVE));

        assertThat(held())
                .containsExactly(
                        new Held(NEXT.certificate(), CertificateState.ACTIVE),
                        new Held(OLD.certificate(), CertificateState.RETIRING));
    }

    @Test
    void keepsBothOfTheSameFileNameWhenOneRetires() throws Exception {
        folders.certificate("acme/certs/acme.pem", OLD)
                .certificate("acme/certs/retiring/acme.pem", Folders.party("before", LONG));

        put(pem(NEXT), Optional.of(CertificateState.ACTIVE));

        assertThat(held()).hasSize(3);
    }

    @Test
    void takesThePartnersOwnOutOfAChain() throws Exception {
        var leaf = issuedBy(OLD, NEXT);
        var factory = CertificateFactory.getInstance("X.509");
        var chain = factory.generateCertPath(List.of(leaf, OLD.certificate()));

        var fromDer = put(chain.getEncoded("PKCS7"), Optional.empty());
        assertThat(fromDer.certificate()).isEqualTo(leaf);

        String text = Base64.getMimeEncoder().encodeToString(chain.getEncoded("PKCS7"));
        String pkcs7 = "-----BEGIN PKCS7-----\n" + text + "\n-----END PKCS7-----\n";
        byte[] inPem = pkcs7.getBytes(StandardCharsets.US_ASCII);
        assertThat(put(inPem, Optional.empty()).certificate()).isEqualTo(leaf);

        byte[] turned = (Pem.of(OLD.certificate()) + Pem.of(leaf)).getBytes(StandardCharsets.UTF_8);
        assertThat(put(turned, Optional.empty()).certificate()).isEqualTo(leaf);
    }

    @Test
    void refusesWhatIsOfNoUse() throws Exception {
        var expired = Folders.party("p", Duration.ofSeconds(-1));
        var early = As2Party.valid("p", As2Party.NOW.plusSeconds(1), As2Party.NOW.plus(LONG));
        var weak = SelfSigned.make("weak", 1024, As2Party.NOW, new SecureRandom());
        byte[] two = (Pem.of(OLD.certificate()) + Pem.of(NEXT.certificate())).getBytes("UTF-8");
        byte[] key = "-----BEGIN PRIVATE KEY-----\nAAAA\n".getBytes(StandardCharsets.UTF_8);

        assertThat(refusal("nonsense".getBytes(StandardCharsets.UTF_8))).startsWith("PRT-016");
        assertThat(refusal(two)).startsWith("PRT-016").contains("holds 2 certificates");
        assertThat(refusal(pem(expired))).startsWith("PRT-017");
        assertThat(refusal(pem(early))).startsWith("PRT-017");
        assertThat(refusal(Pem.of(weak.certificate()).getBytes(StandardCharsets.UTF_8)))
                .startsWith("PRT-019")
                .contains("RSA 1024");
        assertThat(refusal(key)).startsWith("PRT-020");
        assertThat(folders.routes.resolve("acme/certs")).doesNotExist();

        put(pem(OLD), Optional.empty());
        assertThat(put(pem(early), Optional.empty()).state()).isEqualTo(CertificateState.ANNOUNCED);
    }

    @Test
    void leavesTheStatesToAnAgreementThatListsThem() throws Exception {
        folders.certificate("acme/certs/old.pem", OLD);
        folders.as2Partner(
                "acme", "ACME", "certificates:\n  - { file: certs/old.pem, state: active }\n");

        assertThat(refusal(pem(NEXT), CertificateState.ACTIVE)).startsWith("PRT-021");
        assertThat(refusal(pem(OLD), CertificateState.RETIRED)).startsWith("PRT-021");
        assertThat(put(pem(NEXT), Optional.empty()).state()).isEqualTo(CertificateState.ANNOUNCED);
    }

    @Test
    void wantsAPartnersFolder() throws Exception {
        Outcome outcome =
                new CertificateImport(folders.routes.resolve("erp"), Folders.CLOCK)
                        .take(Path.of("a.pem"), pem(OLD), Optional.empty());

        assertThat(((Outcome.Refused) outcome).problem().code().id()).isEqualTo("PRT-002");
    }

    private Outcome take(byte[] content, Optional<CertificateState> state) throws IOException {
        return new CertificateImport(folders.routes.resolve("acme"), Folders.CLOCK)
                .take(Path.of("a.pem"), content, state);
    }

    private Outcome.Put put(byte[] content, Optional<CertificateState> state) throws IOException {
        return (Outcome.Put) take(content, state);
    }

    private String refusal(byte[] content) throws IOException {
        return refusal(content, CertificateState.ACTIVE);
    }

    private String refusal(byte[] content, CertificateState state) throws IOException {
        var problem = ((Outcome.Refused) take(content, Optional.of(state))).problem();
        return problem.code().id() + " " + problem.explanation();
    }

    private List<Held> held() {
        var partner = folders.check("acme").partner().orElseThrow();
        return partner.as2().orElseThrow().certificates().all();
    }

    private List<String> files() throws IOException {
        try (var files = Files.list(folders.routes.resolve("acme/certs"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static X509Certificate issuedBy(As2Party issuer, As2Party subject) throws Exception {
        var builder =
                new JcaX509v3CertificateBuilder(
                        issuer.certificate(),
                        BigInteger.TEN,
                        Date.from(As2Party.NOW),
                        Date.from(As2Party.NOW.plus(LONG)),
                        new X500Principal("CN=leaf"),
                        subject.keys().getPublic());
        var key = issuer.keys().getPrivate();
        var signer = new JcaContentSignerBuilder("SHA256withRSA").build(key);
        return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    }

    private static byte[] pem(As2Party party) throws Exception {
        return Pem.of(party.certificate()).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] der(As2Party party) throws Exception {
        return party.certificate().getEncoded();
    }
}
