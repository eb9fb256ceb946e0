package io.retrogate.partner;

import static io.retrogate.partner.Told.shortly;
import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.edi.PartyId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FolderPartTest {

    @TempDir Path directory;
    private Folders folders;
    private final Recorder part = new Recorder();

    @BeforeEach
    void startWithAnEndpointAndAPartner() {
        folders = new Folders(directory).endpoint("erp").partner("acme", "FIRST");
    }

    @Test
    void takesEachFolderIntoUseOnceAndAgainOnlyWhenItChanges() {
        var partners = folders.partners(part);
        partners.refresh();
        assertThat(part.calls).containsExactly("activate acme", "activate erp");

        folders.write("acme/receive.camel.yaml", "- route: {}");
        partners.refresh();
        assertThat(part.calls).endsWith("activate acme").hasSize(3);

        folders.delete("acme");
        partners.refresh();
        assertThat(part.calls).endsWith("withdraw acme").hasSize(4);
    }

    @Test
    void keepsTheLastGoodVersionWhenAPartFindsFault() {
        var partners = folders.partners(part);

        folders.partner("acme", "SECOND").write("acme/broken", "");
        partners.refresh();

        assertThat(shortly(partners.problems())).containsExactly("PRT-025 broken:7");
        assertThat(partners.bySender(new PartyId("ZZ", "FIRST"))).isPresent();
        assertThat(part.calls).hasSize(2);
    }

    @Test
    void keepsTheLastGoodVersionWhenAPartCannotTakeTheNewOneIntoUse() {
        var partners = folders.partners(part);

        part.refuse = true;
        folders.partner("acme", "SECOND");
        partners.refresh();
        partners.refresh();

        assertThat(shortly(partners.problems())).containsExactly("PRT-025 acme:0");
        assertThat(partners.bySender(new PartyId("ZZ", "FIRST"))).isPresent();
        assertThat(partners.bySender(new PartyId("ZZ", "SECOND"))).isEmpty();
    }

    @Test
    void goesOnWithTheOthersWhenAPartBreaksDown() {
        folders.partner("bomb", "B").write("bomb/bomb", "");

        var partners = folders.partners(part);

        assertThat(partners.named("acme")).isPresent();
        assertThat(partners.named("bomb")).isEmpty();
        assertThat(shortly(partners.problems())).containsExactly("PRT-025 bomb:0");
    }

    @Test
    void takesPartInACheckWithoutBeingTakenIntoUse() {
        folders.write("acme/broken", "");

        var check = folders.check("acme", part);

        assertThat(check.name()).isEqualTo("acme");
        assertThat(check.good()).isFalse();
        assertThat(shortly(check.problems())).containsExactly("PRT-025 broken:7");
        assertThat(part.calls).isEmpty();
    }

    private static final class Recorder implements FolderPart {
        private final List<String> calls = new ArrayList<>();
        private boolean refuse;

        @Override
        public List<FolderProblem> check(Path folder) {
            if (Files.exists(folder.resolve("bomb"))) {
                throw new IllegalStateException("bomb");
            }
            Path broken = folder.resolve("broken");
            return Files.exists(broken)
                    ? List.of(new FolderProblem(PartnerProblem.PART_FAILED, broken, 7, "No."))
                    : List.of();
        }

        @Override
        public void activate(Path folder) {
            if (refuse) {
                throw new IllegalStateException("refused");
            }
            calls.add("activate " + folder.getFileName());
        }

        @Override
        public void withdraw(Path folder) {
            calls.add("withdraw " + folder.getFileName());
        }
    }
}
