package io.retrogate.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.retrogate.MovingClock;
import io.retrogate.as2.As2Party;
import io.retrogate.as2.CertificateNames;
import io.retrogate.as2.CertificateState;
import io.retrogate.partner.CertificateInUse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Days left as a metric, and what ends soon as a detail of health. */
@Timeout(60)
class CertificateWatchTest {

    private static final Duration FORTY = Duration.ofDays(40);
    private static final As2Party ENDS =
            As2Party.valid("ends", As2Party.NOW.minus(FORTY), As2Party.NOW.plus(FORTY));

    private final MovingClock clock = new MovingClock(As2Party.NOW);
    private final FakePartners partners = new FakePartners();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void countsDownTheDaysOfEachCertificateAndForgetsWhatIsGone() {
        partners.certificates.add(in(CertificateState.ACTIVE, false));
        var metrics = new CertificateMetrics(partners, clock);
        metrics.bindTo(registry);

        assertThat(days("acme", "theirs", "active")).isEqualTo(40.0);
        clock.advance(Duration.ofHours(36));
        assertThat(days("acme", "theirs", "active")).isEqualTo(38.5);

        partners.certificates.set(0, in(CertificateState.RETIRING, true));
        metrics.refresh();
        assertThat(days("acme", "ours", "retiring")).isEqualTo(38.5);
        assertThat(registry.find("retrogate.partner.certificate.days").gauges()).hasSize(1);
    }

    @Test
    void namesInHealthWhatEndsWithinThirtyDaysAndStaysUp() {
        partners.certificates.add(in(CertificateState.ACTIVE, false));
        var health = new CertificateHealth(partners, clock);

        clock.set(As2Party.NOW.plus(Duration.ofDays(10)).minusSeconds(1));
        assertThat(health.health().getDetails()).containsEntry("ending", List.of());
        clock.advance(Duration.ofSeconds(1));
        assertThat(health.health().getDetails())
                .containsEntry("ending", List.of("acme, active, until 2027-01-02T10:00:00Z"));
        assertThat(health.health().getStatus().getCode()).isEqualTo("UP");
    }

    private static CertificateInUse in(CertificateState state, boolean ours) {
        return new CertificateInUse("acme", ours, state, ENDS.certificate());
    }

    private double days(String holder, String whose, String state) {
        return registry.get("retrogate.partner.certificate.days")
                .tags("holder", holder, "whose", whose, "state", state)
                .tag("serial", CertificateNames.serial(ENDS.certificate()))
                .gauge()
                .value();
    }
}
