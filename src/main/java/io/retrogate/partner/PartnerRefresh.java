package io.retrogate.partner;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Reads the folders before anything can arrive, and looks at them every few seconds after that. */
final class PartnerRefresh implements SmartLifecycle {

    /** Before the web server, whose phase is near the largest, and before Camel. */
    static final int PHASE = 0;

    private static final Logger LOG = LoggerFactory.getLogger(PartnerRefresh.class);

    private final PartnerFolders folders;
    private final Duration poll;
    private @Nullable ScheduledExecutorService timer;

    PartnerRefresh(PartnerFolders folders, Duration poll) {
        this.folders = folders;
        this.poll = poll;
    }

    @Override
    public synchronized void start() {
        if (timer != null) {
            return;
        }
        folders.refresh();
        var started = Executors.newSingleThreadScheduledExecutor(PartnerRefresh::daemon);
        timer = started;
        long millis = poll.toMillis();
        var unused =
                started.scheduleWithFixedDelay(this::look, millis, millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void stop() {
        if (timer != null) {
            timer.shutdownNow();
            timer = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return timer != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    private void look() {
        try {
            folders.refresh();
        } catch (RuntimeException e) {
            // A thrown exception would end the polling for good.
            LOG.atError().setCause(e).log("partner folders could not be looked at");
        }
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "partner-folders");
        thread.setDaemon(true);
        return thread;
    }
}
