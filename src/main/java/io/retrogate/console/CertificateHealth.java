package io.retrogate.console;

import io.retrogate.partner.CertificateInUse;
import io.retrogate.partner.Partners;
import java.time.Clock;
import java.util.Comparator;
import java.util.Locale;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/**
 * Which certificates end within thirty days, the next one first. Always up: no restart helps, and
 * the gateway works for everybody else.
 */
@Component("certificatesHealthIndicator")
class CertificateHealth extends AbstractHealthIndicator {

    private static final double SOON = 30;

    private final Partners partners;
    private final Clock clock;

    CertificateHealth(Partners partners, Clock clock) {
        super("the certificates cannot be looked at");
        this.partners = partners;
        this.clock = clock;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        var now = clock.instant();
        var ending =
                partners.certificates().stream()
                        .filter(one -> one.daysLeft(now) <= SOON)
                        .sorted(Comparator.comparingDouble(one -> one.daysLeft(now)))
                        .map(CertificateHealth::told)
                        .toList();
        builder.up().withDetail("ending", ending);
    }

    private static String told(CertificateInUse one) {
        return (one.ours() ? "our " : "")
                + one.holder()
                + ", "
                + one.state().name().toLowerCase(Locale.ROOT)
                + ", until "
                + one.certificate().getNotAfter().toInstant();
    }
}
