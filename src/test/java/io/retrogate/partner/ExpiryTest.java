package io.retrogate.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.MovingClock;
import io.retrogate.as2.As2Party;
import io.retrogate.as2.CertificateState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** People are told thirty, fourteen, seven days and one before a certificate ends, once each. */
@Timeout(60)
class ExpiryTest {

    private static final Instant UNTIL = As2Party.NOW.plus(Duration.ofDays(31));

    @TempDir Path directory;
    private final MovingClock clock = new MovingClock(As2Party.NOW);

    @ParameterizedTest
    @CsvSource({
        "P30DT1S, 0",
        "P30D, 30",
        "P14DT1S, 30",
        "P14D, 14",
        "P7DT1S, 14",
        "P7D, 7",
        "P1DT1S, 7",
        "P1D, 1",
        "PT0S, 1"
    })
    void beginsAStepAtTheVerySecond(Duration left, int step) {
        Instant now = UNTIL.minus(left);

        assertThat(Expiry.step(UNTIL, now).orElse(0)).isEqualTo(step);
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void tellsOfAPartnersCertificateOnceForEachStep(CapturedOutput output) {
        var folders = new Folders(directory).endpoint("erp").as2Partner("acme", "ACME", "");
        folders.certificate("acme/certs/a.pem", Folders.party("ends", Duration.ofDays(31)));
        var partners = folders.partners(clock);

        var told = new ArrayList<String>();
        for (int hour = 0; hour <= 31 * 24; hour++) {
            partners.refresh();
            partners.problems().stream()
                    .map(problem -> problem.explanation().replaceFirst(".* within ", ""))
                    .filter(text -> !told.contains(text))
                    .forEach(told::add);
            clock.advance(Duration.ofHours(1));
        }

        assertThat(told).containsExactly("30 days.", "14 days.", "7 days.", "a day.");
        assertThat(output.getOut().lines().filter(line -> line.contains("PRT-018"))).hasSize(4);

        clock.advance(Duration.ofHours(1));
        partners.refresh();
        assertThat(partners.problems())
                .extracting(problem -> problem.code().id())
                .containsExactly("PRT-017");
    }

    @Test
    void tellsOfOurOwnCertificatesThatReceive() {
        var folders = new Folders(directory).endpoint("erp").as2Partner("acme", "ACME", "");
        folders.certificate("acme/certs/a.pem", Folders.party("long", Duration.ofDays(9000)));
        var partners = folders.partners(clock);
        Instant until =
                partners.identity("RETROGATE")
                        .orElseThrow()
                        .certificate()
                        .getNotAfter()
                        .toInstant();

        assertThat(at(until.minus(Duration.ofDays(30)).minusSeconds(1), partners)).isEmpty();
        assertThat(at(until.minus(Duration.ofDays(30)), partners))
                .containsExactly("PRT-018 RETROGATE.p12:0");
        assertThat(at(until, partners)).containsExactly("PRT-018 RETROGATE.p12:0");
        assertThat(at(until.plusSeconds(1), partners)).containsExactly("PRT-038 RETROGATE.p12:0");
        assertThat(partners.identity("RETROGATE")).isPresent();
    }

    @Test
    void countsTheDaysOfWhatIsNotRetired() {
        var folders = new Folders(directory).endpoint("erp").as2Partner("acme", "ACME", "");
        folders.certificate("acme/certs/a.pem", Folders.party("a", Duration.ofDays(31)))
                .certificate("acme/certs/retired/b.pem", Folders.party("b", Duration.ofDays(9)))
                .certificate("acme/certs/announced/c.pem", Folders.party("c", Duration.ofDays(90)));

        var certificates = folders.partners(clock).certificates();

        assertThat(certificates)
                .extracting(CertificateInUse::holder, CertificateInUse::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("acme", CertificateState.ACTIVE),
                        org.assertj.core.groups.Tuple.tuple("acme", CertificateState.ANNOUNCED),
                        org.assertj.core.groups.Tuple.tuple("RETROGATE", CertificateState.ACTIVE));
        assertThat(certificates.get(0).daysLeft(As2Party.NOW)).isEqualTo(31.0);
        assertThat(certificates.get(0).daysLeft(UNTIL.plus(Duration.ofHours(12)))).isEqualTo(-0.5);
    }

    private List<String> at(Instant now, PartnerFolders partners) {
        clock.set(now);
        partners.refresh();
        return Told.shortly(partners.problems()).stream()
                .filter(problem -> problem.contains("RETROGATE"))
                .toList();
    }
}
