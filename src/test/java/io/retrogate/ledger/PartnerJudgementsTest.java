package io.retrogate.ledger;

import static io.retrogate.ledger.JdbcLedgerTest.arrival;
import static io.retrogate.ledger.JdbcLedgerTest.settlement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.retrogate.MovingClock;
import io.retrogate.edi.Standard;
import io.retrogate.ledger.PartnerJudgement.Level;
import io.retrogate.ledger.PartnerJudgement.Word;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a partner says, and what then stands beside what we sent. */
class PartnerJudgementsTest {

    private static final String SENT =
            "ISA*00*          *00*          *01*RETROGATE      *ZZ*ACME           *260203*0930*U"
                    + "*00401*000000042*0*P*>~GS*AN*RET*ACME*20260203*0930*42*X*004010~"
                    + "ST*180*0001~BGN*11*RA-1*20260203~SE*3*0001~"
                    + "ST*180*0002~BGN*11*RA-2*20260203~SE*3*0002~GE*2*42~IEA*1*000000042~";

    private final MovingClock clock = new MovingClock();
    private final PostgresForTests postgres = PostgresForTests.shared();
    private final JdbcLedger ledger = postgres.ledger(clock);
    private final JdbcLedgerView view = new JdbcLedgerView(postgres.jdbc());
    private UUID cause = UUID.randomUUID();
    private int count;

    @BeforeEach
    void send() {
        postgres.empty();
        cause = settled(List.of(planned("acme")), List.of());
    }

    @Test
    void waitsForAWord() {
        assertThat(view.story(cause).orElseThrow().sent())
                .extracting(LedgerView.Sent::level, LedgerView.Sent::word)
                .containsExactly(
                        tuple("INTERCHANGE", ""),
                        tuple("GROUP", ""),
                        tuple("TRANSACTION", ""),
                        tuple("TRANSACTION", ""));
    }

    @Test
    void showsWhatWasSaidOfEachAndByWhom() {
        var by =
                hear(
                        set("997", "0001", Word.ACCEPTED),
                        set("997", "0002", Word.REJECTED),
                        group(Word.PARTLY_ACCEPTED, false));

        assertThat(words()).containsExactly("", "PARTLY_ACCEPTED", "ACCEPTED", "REJECTED");
        assertThat(view.story(cause).orElseThrow().sent().get(3))
                .extracting(it -> it.form() + " " + it.by().orElseThrow())
                .isEqualTo("997 " + by);
        assertThat(view.story(by).orElseThrow().judgements())
                .hasSize(3)
                .allSatisfy(it -> assertThat(it.problem()).isEmpty());
    }

    @Test
    void saysOfEverythingWithinWhatIsSaidOfTheWhole() {
        hear(group(Word.REJECTED, true));

        assertThat(words()).containsExactly("", "REJECTED", "REJECTED", "REJECTED");
    }

    @Test
    void isNotTakenBackByALaterOrASecondOne() {
        hear(set("997", "0001", Word.ACCEPTED));
        var first = hear(set("824", "0001", Word.REJECTED));
        hear(set("824", "0001", Word.REJECTED));
        hear(set("997", "0001", Word.ACCEPTED));

        assertThat(words()).containsExactly("", "", "REJECTED", "");
        assertThat(view.story(cause).orElseThrow().sent().get(2).by()).contains(first);
    }

    @Test
    void findsADocumentByItsNumberWhereNoneOfOursIsNamed() {
        hear(
                new PartnerJudgement(
                        "824",
                        Standard.X12,
                        Level.TRANSACTION,
                        "",
                        "",
                        "",
                        "",
                        "RA-2",
                        Word.ACCEPTED_WITH_ERRORS,
                        false,
                        "TE"));

        assertThat(words()).containsExactly("", "", "", "ACCEPTED_WITH_ERRORS");
    }

    @Test
    void reportsWhatNamesNothingThatWeSent() {
        var strange = hear(set("997", "0009", Word.REJECTED));

        assertThat(words()).containsOnly("");
        assertThat(view.story(strange).orElseThrow().judgements())
                .extracting(LedgerView.Judgement::problem)
                .containsExactly("LGR-005");
        assertThat(view.search("LGR-005", 10, 0))
                .extracting(story -> story.transmission().id())
                .containsExactly(strange);
    }

    @Test
    void meansTheOneSentLastWhereNumbersComeRoundAgain() {
        clock.advance(java.time.Duration.ofDays(900));
        var later = settled(List.of(planned("acme")), List.of());

        hear(set("997", "0001", Word.REJECTED));

        assertThat(words()).containsOnly("");
        assertThat(view.story(later).orElseThrow().sent())
                .extracting(LedgerView.Sent::word)
                .containsExactly("", "", "REJECTED", "");
    }

    @Test
    void believesNobodyAboutWhatAnotherGot() {
        postgres.empty();
        cause = settled(List.of(planned("nordwind")), List.of());

        hear(set("997", "0001", Word.REJECTED));

        assertThat(words()).containsOnly("");
    }

    private List<String> words() {
        return view.story(cause).orElseThrow().sent().stream().map(LedgerView.Sent::word).toList();
    }

    private static PartnerJudgement set(String form, String number, Word word) {
        return new PartnerJudgement(
                form,
                Standard.X12,
                Level.TRANSACTION,
                "",
                "AN",
                "000042",
                number,
                "",
                word,
                false,
                "");
    }

    private static PartnerJudgement group(Word word, boolean contents) {
        return new PartnerJudgement(
                "997", Standard.X12, Level.GROUP, "", "AN", "42", "", "", word, contents, "");
    }

    private static PlannedAcknowledgement planned(String partner) {
        return new PlannedAcknowledgement(partner, "180", "us>acme", "A", (n, time) -> SENT);
    }

    private UUID hear(PartnerJudgement... judgements) {
        return settled(List.of(), List.of(judgements));
    }

    /** A transmission of acme's. */
    private UUID settled(List<PlannedAcknowledgement> out, List<PartnerJudgement> heard) {
        var key = "key " + count++;
        var transmission = ledger.accept(arrival(key, "digest", "r")).transmission();
        var report = settlement(transmission, key).interchanges().get(0).report();
        ledger.settle(
                new Settlement(
                        transmission,
                        List.of(new SettledInterchange(report, "", List.of(), out, heard))));
        return transmission;
    }
}
