package io.retrogate;

import io.retrogate.cli.GatewayLauncher;
import io.retrogate.edi.GatewayException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/** Starts the gateway for the command line. */
public final class Launcher implements GatewayLauncher {

    private static final int STOPPED = 0;
    private static final int CRASHED = 70;

    @Override
    public int run(Path data, Map<String, String> properties) {
        var settings = new HashMap<>(properties);
        settings.put("retrogate.data", data.toString());
        try {
            untilClosed(start(settings));
            return STOPPED;
        } catch (RuntimeException e) {
            return explained(e);
        }
    }

    @Override
    public int demo(Afterwards afterwards, Map<String, String> properties) {
        try {
            return new Demonstration(afterwards, properties, out()).play();
        } catch (RuntimeException e) {
            return explained(e);
        }
    }

    static ConfigurableApplicationContext start(Map<String, String> settings) {
        var arguments =
                settings.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new);
        return new SpringApplicationBuilder(RetrogateApplication.class).run(arguments);
    }

    static void untilClosed(ConfigurableApplicationContext gateway) {
        var closed = new CountDownLatch(1);
        gateway.addApplicationListener(
                event -> {
                    if (event instanceof ContextClosedEvent) {
                        closed.countDown();
                    }
                });
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @SuppressWarnings("SystemOut") // the demonstration talks to the person who started it
    private static PrintStream out() {
        return System.out;
    }

    /** A problem with an id is the operator's to mend and needs no stack trace. */
    private static int explained(RuntimeException failure) {
        var log = LoggerFactory.getLogger(Launcher.class);
        for (@Nullable Throwable e = failure; e != null; e = e.getCause()) {
            if (e instanceof GatewayException problem) {
                log.error("{}. {}", problem.getMessage(), problem.code().remedy());
                return CRASHED;
            }
        }
        log.error("GTW-001 the gateway could not go on", failure);
        return CRASHED;
    }
}
