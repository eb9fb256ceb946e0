package io.retrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrogate.acknowledge.Acknowledger;
import io.retrogate.archive.Archive;
import io.retrogate.edi.Content;
import io.retrogate.edi.schema.Schemas;
import io.retrogate.ledger.Arrival;
import io.retrogate.ledger.Failpoint;
import io.retrogate.ledger.Instalment;
import io.retrogate.ledger.Progress;
import io.retrogate.ledger.SettledDocument;
import io.retrogate.ledger.Transmission;
import io.retrogate.partner.TradingPartner;
import io.retrogate.translate.Translator;
import io.retrogate.validate.Validator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A transmission with five good documents, two of them in each instalment. */
class InstalmentsTest {

    private static final Schemas SCHEMAS = Schemas.builtIn();

    @TempDir private static Path folder;

    private final PlayedLedger ledger = new PlayedLedger();
    private final List<Failpoint> reached = new ArrayList<>();
    private int deathAt = Integer.MAX_VALUE;
    private Optional<Progress> overtaking = Optional.empty();

    @Test
    void settlesDocumentsInOrderAndAnswersWithTheLast() throws Exception {
        settle("acme-eager", interchange("ACMEEAGER", "ACMEEAGER", 0));

        assertThat(ledger.instalments)
                .extracting(InstalmentsTest::ordinals)
                .containsExactly(List.of(1, 2), List.of(3, 4), List.of(5));
        assertThat(ledger.instalments)
                .extracting(it -> it.interchange().acknowledgements().size())
                .containsExactly(0, 0, 1);
        assertThat(ledger.instalments)
                .extracting(Instalment::last)
                .containsExactly(false, false, true);
        assertThat(reached).endsWith(Failpoint.SETTLED);
    }

    @Test
    void goesOnWhereADeathLeftIt() throws Exception {
        for (int death = 1; death <= 2; death++) {
            ledger.instalments.clear();
            ledger.progress = Progress.NONE;
            reached.clear();
            deathAt = death;
            var bytes = interchange("ACMEEAGER", "ACMEEAGER", 0);

            assertThatThrownBy(() -> settle("acme-eager", bytes)).hasMessage("died");
            deathAt = Integer.MAX_VALUE;
            settle("acme-eager", bytes);

            assertThat(ledger.instalments)
                    .extracting(InstalmentsTest::ordinals)
                    .containsExactly(List.of(1, 2), List.of(3, 4), List.of(5));
            assertThat(ledger.instalments).extracting(Instalment::last).endsWith(true);
        }
    }

    @Test
    void leavesTheRestToAnotherWhoHasCommittedMore() throws Exception {
        overtaking = Optional.of(new Progress(1, 4));

        settle("acme-eager", interchange("ACMEEAGER", "ACMEEAGER", 0));

        assertThat(ledger.instalments)
                .extracting(InstalmentsTest::ordinals)
                .containsExactly(List.of(1, 2));
        assertThat(reached).doesNotContain(Failpoint.SETTLED);
    }

    @Test
    void answersADuplicateAndHandsOnNothing() throws Exception {
        ledger.duplicates = Set.of("X12|ZZ:ACMEEAGER|ZZ:RETROGATE|000001101");

        settle("acme-eager", interchange("ACMEEAGER", "ACMEEAGER", 0));

        assertThat(ledger.instalments).hasSize(1);
        var only = ledger.instalments.get(0);
        assertThat(only.interchange().documents()).isEmpty();
        assertThat(only.interchange().uniqueKey()).isEmpty();
        assertThat(only.interchange().acknowledgements().get(0).verdict()).isEqualTo("R");
        assertThat(only.last()).isTrue();
    }

    @Test
    void handsOnNothingOfAnAtomicInterchangeWhoseLastDocumentIsBad() throws Exception {
        settle("acme-atomic-interchange", interchange("ACMEWHOLE", "ACMEWHOLE", 6));

        assertThat(ledger.instalments).hasSize(1);
        assertThat(ledger.instalments.get(0).interchange().documents()).isEmpty();
    }

    @Test
    void takesAsInstalmentsWhatIsMoreThanOneOfThem() throws Exception {
        var large = passage("acme-eager", interchange("ACMEEAGER", "ACMEEAGER", 0));

        assertThat(instalments(5).areFor(large.reports())).isFalse();
        assertThat(instalments(4).areFor(large.reports())).isTrue();
    }

    private void settle(String partner, byte[] bytes) {
        instalments().settle(passage(partner, bytes));
    }

    private Instalments instalments() {
        return instalments(2);
    }

    private Instalments instalments(int size) {
        var plan =
                new SettlementPlan(
                        Acknowledger.byTables(SCHEMAS),
                        (partner, type, message) -> List.of("erp"),
                        Archive.inDirectory(folder));
        return new Instalments(
                ledger.ledger(),
                Translator.builtIn(SCHEMAS),
                plan,
                this::reach,
                new SettleProperties(size));
    }

    private void reach(Failpoint point) {
        reached.add(point);
        if (point == Failpoint.INSTALMENT_SETTLED) {
            overtaking.ifPresent(further -> ledger.progress = further);
        }
        if (point == Failpoint.INSTALMENT_SETTLED
                && reached.stream().filter(point::equals).count() == deathAt) {
            throw new IllegalStateException("died");
        }
    }

    private static Passage passage(String name, byte[] bytes) {
        TradingPartner partner = SamplePartner.named(name);
        var content = Content.of(bytes);
        var transmission =
                new Transmission(
                        new PlayedLedger().transmission,
                        Arrival.Channel.AS2,
                        name,
                        "",
                        "",
                        "",
                        "",
                        "",
                        bytes.length,
                        Transmission.State.RECEIVED,
                        "",
                        Instant.EPOCH);
        return new Passage(transmission, partner, content, List.of(), List.of())
                .judged(Validator.overSchemas(SCHEMAS).validate(content, Optional.of(partner)));
    }

    private static List<Integer> ordinals(Instalment instalment) {
        return instalment.interchange().documents().stream().map(SettledDocument::ordinal).toList();
    }

    /** Five good sets; a sixth is bad if it is asked for. */
    private static byte[] interchange(String sender, String application, int bad) throws Exception {
        var sample = Path.of("edi-samples/x12/late-faults/eager-interchange-number-wrong");
        var text = Files.readString(sample.resolve("received.edi"));
        var set = text.substring(text.indexOf("ST*"), text.indexOf("GE*"));
        var sets = new StringBuilder();
        int count = Math.max(5, bad);
        for (int i = 1; i <= count; i++) {
            var numbered = set.replace("*0001~", "*000" + i + "~");
            sets.append(i == bad ? numbered.replace("*3*EA*", "*three*EA*") : numbered);
        }
        return text.replace(set, sets)
                .replace("000001103", "000001101")
                .replace("000001130", "000001101")
                .replace("GE*1*", "GE*" + count + "*")
                .replaceFirst("ACMEEAGER {6}", String.format("%-15s", sender))
                .replace("*ACMEEAGER*", "*" + application + "*")
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
