package io.retrogate.receive;

import io.retrogate.edi.GatewayException;
import io.retrogate.edi.ProblemCode;
import io.retrogate.partner.PinnedServer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Says in one line with a problem id why polling a partner gave nothing. Each file fails by itself:
 * the next one is tried all the same. The same trouble again is said every ten minutes.
 */
final class FileFailures implements ExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(FileFailures.class);

    private static final Set<ProblemCode> QUIET = Set.of(FileProblem.INCOMPLETE, FileProblem.LEFT);
    private static final Duration REPEAT = Duration.ofMinutes(10);

    private final String partner;
    private final Clock clock;
    private final AtomicReference<Said> last = new AtomicReference<>(new Said("", Instant.MIN));

    FileFailures(String partner, Clock clock) {
        this.partner = partner;
        this.clock = clock;
    }

    @Override
    public void handleException(Throwable exception) {
        report(exception);
    }

    @Override
    public void handleException(String message, Throwable exception) {
        report(exception);
    }

    @Override
    public void handleException(String message, Exchange exchange, Throwable exception) {
        report(exception);
    }

    private void report(Throwable exception) {
        ProblemCode problem = problem(exception);
        if (!worthSaying(problem.id() + root(exception).getMessage())) {
            return;
        }
        log.atLevel(level(problem))
                .addKeyValue("partner", partner)
                .addKeyValue("problem", problem.id())
                .addKeyValue("remedy", problem.remedy())
                .addKeyValue("cause", root(exception).getMessage())
                .log("nothing taken in");
    }

    /** A changed key is for a person: somebody may stand between us and the partner. */
    private static Level level(ProblemCode problem) {
        if (problem == FileProblem.HOST_KEY) {
            return Level.ERROR;
        }
        return QUIET.contains(problem) ? Level.INFO : Level.WARN;
    }

    /** A server that is away is away at every poll. */
    boolean worthSaying(String trouble) {
        Instant now = clock.instant();
        Said before =
                last.getAndUpdate(
                        said -> said.covers(trouble, now) ? said : new Said(trouble, now));
        return !before.covers(trouble, now);
    }

    private record Said(String trouble, Instant at) {

        boolean covers(String other, Instant now) {
            return trouble.equals(other) && Duration.between(at, now).compareTo(REPEAT) < 0;
        }
    }

    static ProblemCode problem(Throwable exception) {
        for (Throwable t = exception; t != null; t = t.getCause()) {
            if (t instanceof GatewayException gateway) {
                return gateway.code();
            }
        }
        String text = String.valueOf(root(exception).getMessage());
        if (text.contains("HostKey has been changed") || text.contains(PinnedServer.OTHER)) {
            return FileProblem.HOST_KEY;
        }
        if (text.contains("HostKey") || text.contains("host key")) {
            return FileProblem.HOST_UNKNOWN;
        }
        if (text.startsWith("Auth ") || text.contains("USERAUTH") || text.contains("Code: 530")) {
            return FileProblem.LOGIN;
        }
        return connecting(exception) ? FileProblem.UNREACHABLE : FileProblem.NOT_KEPT;
    }

    private static boolean connecting(@Nullable Throwable exception) {
        for (Throwable t = exception; t != null; t = t.getCause()) {
            if (t instanceof java.net.SocketException
                    || t instanceof java.net.UnknownHostException
                    || String.valueOf(t.getMessage()).contains("Cannot connect")) {
                return true;
            }
        }
        return false;
    }

    private static Throwable root(Throwable exception) {
        Throwable root = exception;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
