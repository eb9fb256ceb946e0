package io.retrogate.partner;

import static io.retrogate.partner.Told.shortly;
import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.MovingClock;
import io.retrogate.as2.As2Party;
import io.retrogate.edi.PartyId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PartnerFoldersTest {

    @TempDir Path directory;
    private Folders folders;

    @BeforeEach
    void startWithAnEndpoint() {
        folders = new Folders(directory).endpoint("erp");
    }

    @Test
    void findsAPartnerByNameAndSender() {
        var partners = folders.partner("acme", "ACMERETAIL").partners();

        assertThat(partners.problems()).isEmpty();
        var acme = partners.named("acme").orElseThrow();
        assertThat(partners.bySender(new PartyId("ZZ", "ACMERETAIL     "))).contains(acme);
        assertThat(partners.bySender(new PartyId("14", "ACMERETAIL"))).isEmpty();
        assertThat(partners.partners()).containsExactly(acme);
        assertThat(acme.acknowledgeBy()).isEqualTo("sftp");
        assertThat(partners.endpoint("erp")).isPresent();
    }

    @Test
    void goesOnWithTheOthersWhenAFolderIsBroken() {
        var partners =
                folders.partner("acme", "A")
                        .write("bad/agreement.yaml", "partner: bad\n  identifiers: [")
                        .write("empty/README", "nothing")
                        .partners();

        assertThat(partners.named("acme")).isPresent();
        assertThat(partners.named("bad")).isEmpty();
        assertThat(shortly(partners.problems()))
                .containsExactly("PRT-003 agreement.yaml:2", "PRT-002 empty:0");
    }

    @Test
    void keepsTheLastGoodVersionServingUntilTheFileIsMended() {
        var partners = folders.partner("acme", "FIRST").partners();

        folders.replace("acme/agreement.yaml", "partner:", "partnr:");
        partners.refresh();

        assertThat(shortly(partners.problems())).contains("PRT-004 agreement.yaml:1");
        assertThat(partners.bySender(new PartyId("ZZ", "FIRST"))).isPresent();

        folders.partner("acme", "SECOND");
        partners.refresh();

        assertThat(partners.problems()).isEmpty();
        assertThat(partners.bySender(new PartyId("ZZ", "FIRST"))).isEmpty();
        assertThat(partners.bySender(new PartyId("ZZ", "SECOND"))).isPresent();
    }

    @Test
    void forgetsADeletedFolder() {
        var partners = folders.partner("acme", "A").partner("bolt", "B").partners();

        folders.delete("acme");
        partners.refresh();

        assertThat(partners.named("acme")).isEmpty();
        assertThat(partners.bySender(new PartyId("ZZ", "A"))).isEmpty();
        assertThat(partners.named("bolt")).isPresent();
    }

    @Test
    void keepsEverybodyWhileTheDirectoryIsAway() throws Exception {
        var partners = folders.partner("acme", "A").partners();

        Path away = directory.resolve("away");
        Files.move(folders.routes, away);
        partners.refresh();

        assertThat(partners.named("acme")).isPresent();
        assertThat(shortly(partners.problems())).containsExactly("PRT-029 routes:0");

        Files.move(away, folders.routes);
        partners.refresh();

        assertThat(partners.problems()).isEmpty();
    }

    @Test
    void leavesAnIdentifierWithThePartnerThatHasIt() {
        var partners = folders.partner("bolt", "SAME").partners();

        folders.partner("acme", "SAME");
        partners.refresh();

        assertThat(partners.named("acme")).isEmpty();
        assertThat(partners.bySender(new PartyId("ZZ", "SAME")).orElseThrow().name())
                .isEqualTo("bolt");
        assertThat(shortly(partners.problems())).containsExactly("PRT-009 agreement.yaml:3");

        folders.delete("bolt");
        partners.refresh();

        assertThat(partners.named("acme")).isPresent();
        assertThat(partners.problems()).isEmpty();
    }

    @Test
    void letsTwoPartnersSwapTheirIdentifiersAtOnce() {
        var partners = folders.partner("acme", "ONE").partner("bolt", "TWO").partners();

        folders.partner("acme", "TWO").partner("bolt", "ONE");
        partners.refresh();

        assertThat(partners.problems()).isEmpty();
        assertThat(partners.bySender(new PartyId("ZZ", "TWO")).orElseThrow().name())
                .isEqualTo("acme");
    }

    @Test
    void refusesAChangeThatTakesWhatABrokenFolderStillHolds() {
        var partners = folders.partner("acme", "ONE").partner("bolt", "TWO").partners();

        folders.write("acme/agreement.yaml", "partner: [").partner("bolt", "ONE");
        partners.refresh();

        assertThat(partners.bySender(new PartyId("ZZ", "ONE")).orElseThrow().name())
                .isEqualTo("acme");
        assertThat(partners.bySender(new PartyId("ZZ", "TWO")).orElseThrow().name())
                .isEqualTo("bolt");
    }

    @Test
    void refusesASecondPartnerWithTheSameAs2Names() {
        var partners =
                folders.as2Partner("acme", "ACME", "")
                        .certificate("acme/certs/a.pem", party())
                        .as2Partner("bolt", "ACME", "")
                        .certificate("bolt/certs/b.pem", party())
                        .as2Partner("carl", "acme", "")
                        .certificate("carl/certs/c.pem", party())
                        .partners();

        assertThat(shortly(partners.problems())).containsExactly("PRT-010 agreement.yaml:7");
        assertThat(partners.byAs2Names("ACME", "RETROGATE").orElseThrow().name()).isEqualTo("acme");
        assertThat(partners.byAs2Names("acme", "RETROGATE").orElseThrow().name()).isEqualTo("carl");
        assertThat(partners.byAs2Names("ACME", "retrogate")).isEmpty();
    }

    @Test
    void refusesADestinationThatIsNoEndpoint() {
        var partners =
                folders.partner("acme", "A")
                        .replace("acme/agreement.yaml", "[erp]", "[epr]")
                        .partners();

        assertThat(partners.named("acme")).isEmpty();
        assertThat(shortly(partners.problems())).containsExactly("PRT-011 agreement.yaml:11");
        assertThat(partners.problems().get(0).explanation()).contains("did you mean 'erp'?");
    }

    @Test
    void keepsAPartnerWhoseEndpointIsBrokenOrGone() {
        var partners =
                folders.partner("acme", "A").write("erp/endpoint.yaml", "endpoint:").partners();

        assertThat(partners.named("acme")).isPresent();
        assertThat(partners.endpoint("erp")).isEmpty();

        folders.delete("erp");
        partners.refresh();

        assertThat(partners.named("acme")).isPresent();
        assertThat(shortly(partners.problems())).containsExactly("PRT-011 agreement.yaml:11");
    }

    @Test
    void looksAgainAtABrokenFolderThoughItIsMendedElsewhere() {
        folders.partner("acme", "A")
                .replace("acme/agreement.yaml", "ZZ, id: A ", "ZZ, id: '${ID}' ");
        var partners = folders.partners();
        assertThat(shortly(partners.problems())).containsExactly("PRT-007 agreement.yaml:3");

        folders.environment.put("ID", "A");
        partners.refresh();

        assertThat(partners.bySender(new PartyId("ZZ", "A"))).isPresent();
    }

    @Test
    void noticesThatACertificateExpiresThoughNoFileChanges() {
        var clock = new MovingClock(As2Party.NOW);
        var partners =
                folders.as2Partner("acme", "ACME", "")
                        .certificate("acme/certs/a.pem", Folders.party("p", Duration.ofDays(2)))
                        .partners(clock);
        assertThat(shortly(partners.problems())).containsExactly("PRT-018 a.pem:0");

        clock.advance(Duration.ofDays(3));
        partners.refresh();

        assertThat(shortly(partners.problems())).containsExactly("PRT-017 a.pem:0");
        assertThat(partners.named("acme")).isPresent();
    }

    private static As2Party party() {
        return Folders.party("partner", Duration.ofDays(300));
    }
}
