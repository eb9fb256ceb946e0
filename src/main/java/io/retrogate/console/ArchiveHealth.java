package io.retrogate.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Whether the data directory still takes bytes, with room for the largest message. */
@Component("archiveHealthIndicator")
class ArchiveHealth extends AbstractHealthIndicator {

    private static final long HEADROOM = 256L * 1024 * 1024;

    private final Path data;

    ArchiveHealth(Environment environment) {
        super("the data directory cannot be written");
        var own = environment.getProperty("retrogate.data", ".retrogate");
        this.data = Path.of(environment.getProperty("retrogate.shared", own));
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) throws IOException {
        var free = Files.getFileStore(data).getUsableSpace();
        if (free < HEADROOM) {
            builder.down().withDetail("free", free).withDetail("needed", HEADROOM);
            return;
        }
        var probe = Files.createTempFile(data, "health", ".probe");
        try {
            Files.write(probe, new byte[] {1});
        } finally {
            Files.delete(probe);
        }
        builder.up().withDetail("free", free);
    }
}
