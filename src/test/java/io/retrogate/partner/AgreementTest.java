package io.retrogate.partner;

import static io.retrogate.partner.Told.shortly;
import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.as2.As2Policy;
import io.retrogate.edi.MessageType;
import io.retrogate.edi.PartyId;
import io.retrogate.partner.DocumentAgreement.Direction;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class AgreementTest {

    private static final String FILE = "acme/agreement.yaml";

    @TempDir Path directory;
    private Folders folders;

    @BeforeEach
    void startWithAnEndpoint() {
        folders = new Folders(directory).endpoint("erp");
    }

    @Test
    void readsIdentifiersAndDocuments() {
        folders.write(
                FILE,
                """
                partner: acme
                identifiers:
                  - { qualifier: 01, id: 004012345 }
                  - id: 4012345000009
                ownIdentifiers:
                  - { qualifier: ZZ, id: "OUR NAME" }
                documents:
                  - { message: EDIFACT RETANN D96A EN, direction: inbound, to: [erp] }
                  - { message: X12 856 004010, direction: outbound }
                """);

        var acme = good();

        assertThat(acme.identifiers())
                .containsExactly(new PartyId("01", "004012345"), new PartyId("", "4012345000009"));
        assertThat(acme.ownIdentifiers()).containsExactly(new PartyId("ZZ", "OUR NAME"));
        assertThat(acme.as2()).isEmpty();
        assertThat(acme.acknowledgeBy()).isEmpty();
        assertThat(acme.documents())
                .containsExactly(
                        new DocumentAgreement(
                                Direction.INBOUND,
                                MessageType.edifact("RETANN", "D96A", "EN"),
                                "none",
                                List.of("erp")),
                        new DocumentAgreement(
                                Direction.OUTBOUND,
                                MessageType.x12("856", "004010"),
                                "none",
                                List.of()));
        assertThat(acme.inbound(MessageType.edifact("RETANN", "D96A", "EN:EAN001"))).isPresent();
        assertThat(acme.inbound(MessageType.edifact("RETANN", "D96A", "EAN001"))).isEmpty();
        assertThat(acme.inbound(MessageType.edifact("RETANN", "D01B", "EN"))).isEmpty();
        assertThat(acme.inbound(MessageType.x12("856", "004010"))).isEmpty();
    }

    @Test
    void isStrictAboutAs2UnlessTold() {
        withAs2("");

        var as2 = good().as2().orElseThrow();

        assertThat(as2.policy()).isEqualTo(As2Policy.strict());
        assertThat(as2.partnerName()).isEqualTo("ACME");
        assertThat(as2.ownName()).isEqualTo("RETROGATE");
        assertThat(as2.url()).contains(URI.create("https://as2.example/in"));
    }

    @Test
    void readsTheWholeAs2Policy() {
        withAs2(
                """
                signing: { required: false, accepted: [sha-512], with: none }
                encryption: { required: false, accepted: [aes128-gcm], with: 3des }
                compression: after-signing
                mdn: { signed: false }
                limits: { size: 64KiB, inflateRatio: 10 }
                legacy: [sha-1, 3des]
                """);

        assertThat(good().as2().orElseThrow().policy())
                .isEqualTo(
                        new As2Policy(
                                false,
                                false,
                                java.util.Set.of("sha-512", "sha-1"),
                                java.util.Set.of("aes128-gcm", "3des"),
                                "",
                                "3des",
                                As2Policy.Compression.AFTER_SIGNING,
                                false,
                                64 << 10,
                                10));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                // what stands there | what is put there | problem and line
                "partner: acme | partner: other | PRT-008 agreement.yaml:1",
                "partner: acme | partner: Acme | PRT-006 agreement.yaml:1",
                "partnerName: | partnrName: | PRT-005 agreement.yaml:6;PRT-004 agreement.yaml:7",
                "id: ID-acme | id: '' | PRT-006 agreement.yaml:3",
                "https://as2 | ftp://as2 | PRT-026 agreement.yaml:9",
                "https://as2 | https://user:pw@as2 | PRT-026 agreement.yaml:9",
                "X12 856 004010 | X12 857 004010 | PRT-012 agreement.yaml:12",
                "X12 856 004010 | EDIFACT RETANN D13B | PRT-012 agreement.yaml:12",
                "X12 856 004010 | 856 | PRT-006 agreement.yaml:12",
                "acknowledge: 997 | acknowledge: CONTRL | PRT-014 agreement.yaml:12",
                "acknowledge: 997 | acknowledge: 998 | PRT-006 agreement.yaml:12",
                "acknowledge: 997 | business: APERAK | PRT-014 agreement.yaml:12",
                "acknowledge: 997 | business: 997 | PRT-006 agreement.yaml:12",
                "acknowledgeBy: as2 | acknowledgeBy: none | PRT-014 agreement.yaml:12",
                "direction: inbound | direction: outbound | PRT-006 agreement.yaml:12",
                ", to: [erp] | \"\" | PRT-005 agreement.yaml:12",
                "to: [erp] | to: [] | PRT-006 agreement.yaml:12",
            })
    void saysWhatIsWrongAndWhere(String old, String by, String expected) {
        withAs2("").replace(FILE, old, by);

        assertThat(shortly(folders.check("acme").problems())).containsExactly(expected.split(";"));
    }

    @Test
    void needsAUrlToAnswerByAs2() {
        withAs2("").replace(FILE, "  url: https://as2.example/in\n", "");

        assertThat(shortly(folders.check("acme").problems()))
                .containsExactly("PRT-014 agreement.yaml:9");
    }

    @Test
    void takesAFileWithItsSmooksConfigurationButNotTwoOfOneForm() {
        var file =
                ", direction: inbound, engine: smooks, mapping: mapping/a.smooks.xml, to: [erp]"
                        + " }\n";
        folders.partner("acme", "A")
                .replace(
                        FILE,
                        "    to: [erp]\n",
                        "    to: [erp]\n  - { message: FILE RETURNS CSV" + file);
        assertThat(shortly(folders.check("acme").problems()))
                .containsExactly("PRT-006 agreement.yaml:12");

        folders.write("acme/mapping/a.smooks.xml", "<smooks-resource-list/>");
        assertThat(good().documents().get(1).mapping()).isEqualTo("mapping/a.smooks.xml");

        folders.replace(
                FILE,
                "  - { message: FILE RETURNS CSV",
                "  - { message: FILE OTHERS FIXED" + file + "  - { message: FILE RETURNS CSV");
        assertThat(shortly(folders.check("acme").problems()))
                .containsExactly("PRT-013 agreement.yaml:13");

        folders.replace(
                FILE,
                "FILE OTHERS FIXED, direction: inbound, engine: smooks",
                "FILE OTHERS XML, direction: inbound");
        assertThat(shortly(folders.check("acme").problems()))
                .containsExactly("PRT-005 agreement.yaml:12");
    }

    @Test
    void takesAnEdiDocumentWithASmooksConfigurationThatReadsEdi() {
        folders.partner("acme", "A")
                .replace(
                        FILE,
                        "    to: [erp]\n",
                        "    to: [erp]\n"
                                + "    engine: smooks\n    mapping: mapping/180.smooks.xml\n")
                .write("acme/mapping/180.smooks.xml", "<smooks-resource-list/>");
        assertThat(folders.check("acme").problems())
                .singleElement()
                .asString()
                .contains("PRT-006", "StaediReader");

        folders.write("acme/mapping/180.smooks.xml", "<x><reader class='y'/></x>");
        assertThat(good().documents().get(0).mapping()).isEqualTo("mapping/180.smooks.xml");

        folders.replace(FILE, "    engine: smooks\n", "");
        assertThat(shortly(folders.check("acme").problems()))
                .containsExactly("PRT-005 agreement.yaml:8");
    }

    @Test
    void refusesTheSameDocumentTwice() {
        folders.partner("acme", "A")
                .replace(
                        FILE,
                        "    to: [erp]\n",
                        "    to: [erp]\n"
                                + "  - { message: X12 180 004010, direction: inbound, to: [erp] }\n");

        assertThat(shortly(folders.check("acme").problems()))
                .containsExactly("PRT-013 agreement.yaml:12");
    }

    @ParameterizedTest
    @CsvSource({
        "'signing: { with: sha-1 }'",
        "'signing: { accepted: [sha-256, sha-1] }'",
        "'encryption: { with: 3des }'",
        "'encryption: { accepted: [3des] }'",
    })
    void refusesWeakAlgorithmsUnlessAllowedByName(String line) {
        withAs2(line);
        assertThat(shortly(folders.check("acme").problems()))
                .containsExactly("PRT-022 agreement.yaml:10");

        withAs2(line + "\nlegacy: [sha-1, 3des]");
        assertThat(folders.check("acme").problems()).isEmpty();
    }

    @Test
    void acceptsWhatLegacyNamesBesideTheUsual() {
        withAs2("legacy: [sha-1]");

        var policy = good().as2().orElseThrow().policy();

        assertThat(policy.digests()).contains("sha-1", "sha-256");
        assertThat(policy.ciphers()).doesNotContain("3des");
        assertThat(policy.signWith()).isEqualTo("sha-256");
    }

    @Test
    void suggestsTheNearestKeyAndValue() {
        withAs2("signng: { required: true }\ncompression: before-signin");

        assertThat(folders.check("acme").problems())
                .extracting(FolderProblem::toString)
                .anySatisfy(text -> assertThat(text).contains("did you mean 'signing'?"))
                .anySatisfy(text -> assertThat(text).contains("did you mean 'before-signing'?"));
    }

    private Folders withAs2(String lines) {
        var party = Folders.party("partner", Duration.ofDays(300));
        return folders.as2Partner("acme", "ACME", lines).certificate("acme/certs/a.pem", party);
    }

    private TradingPartner good() {
        var check = folders.check("acme");
        assertThat(check.problems()).isEmpty();
        return check.partner().orElseThrow();
    }
}
