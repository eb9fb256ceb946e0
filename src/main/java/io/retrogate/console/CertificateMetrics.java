package io.retrogate.console;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.retrogate.as2.CertificateNames;
import io.retrogate.partner.CertificateInUse;
import io.retrogate.partner.Partners;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** How many days each certificate that is not retired has left. */
@Component
class CertificateMetrics implements MeterBinder {

    private final Partners partners;
    private final Clock clock;
    private final List<MultiGauge> gauges = new ArrayList<>();

    CertificateMetrics(Partners partners, Clock clock) {
        this.partners = partners;
        this.clock = clock;
    }

    @Override
    public synchronized void bindTo(MeterRegistry registry) {
        gauges.add(
                MultiGauge.builder("retrogate.partner.certificate.days")
                        .description("days until a certificate ends")
                        .register(registry));
        refresh();
    }

    /** Certificates come and go with their files; the days are counted when they are asked for. */
    @Scheduled(fixedDelayString = "PT30S")
    synchronized void refresh() {
        var rows = new ArrayList<MultiGauge.Row<?>>();
        for (CertificateInUse one : partners.certificates()) {
            rows.add(MultiGauge.Row.of(tags(one), () -> one.daysLeft(clock.instant())));
        }
        gauges.forEach(gauge -> gauge.register(rows, true));
    }

    private static Tags tags(CertificateInUse one) {
        return Tags.of(
                "holder", one.holder(),
                "whose", one.ours() ? "ours" : "theirs",
                "state", one.state().name().toLowerCase(Locale.ROOT),
                "serial", CertificateNames.serial(one.certificate()));
    }
}
