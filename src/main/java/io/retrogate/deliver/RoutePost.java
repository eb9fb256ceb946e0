package io.retrogate.deliver;

import io.retrogate.edi.GatewayException;
import io.retrogate.edi.ProblemCode;
import io.retrogate.ledger.Claim;
import io.retrogate.partner.PinnedServer;
import io.retrogate.partner.TradingPartner;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.direct.DirectConsumerNotAvailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands an acknowledgement to the route {@code direct:<partner>-deliver} of the partner's folder,
 * which only moves bytes. File names are fixed, so every attempt is repeatable.
 */
final class RoutePost {

    private static final Logger log = LoggerFactory.getLogger(RoutePost.class);

    static final String FILE_NAME = "RetrogateFileName";
    static final String FORM = "RetrogateForm";
    static final String SUBJECT = "RetrogateSubject";
    static final String KEY = "RetrogateKey";

    private final ProducerTemplate camel;

    RoutePost(ProducerTemplate camel) {
        this.camel = camel;
    }

    HandOver to(TradingPartner partner, Duration deadline) {
        return new ToRoute("direct:" + partner.name() + "-deliver?block=false", deadline);
    }

    private final class ToRoute implements HandOver {

        private final String route;
        private final Duration deadline;

        private ToRoute(String route, Duration deadline) {
            this.route = route;
            this.deadline = deadline;
        }

        @Override
        public boolean repeatable() {
            return true;
        }

        @Override
        public Duration deadline() {
            return deadline;
        }

        @Override
        public Attempt attempt(Claim claim) {
            byte[] bytes = claim.content().getBytes(StandardCharsets.ISO_8859_1);
            CompletableFuture<Object> pending =
                    camel.asyncRequestBodyAndHeaders(route, bytes, headers(claim));
            try {
                pending.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
                return Attempt.of(Attempt.Result.DONE, "Put as " + FileNames.of(claim) + ".");
            } catch (ExecutionException e) {
                return failed(e);
            } catch (TimeoutException e) {
                pending.cancel(true);
                return Attempt.of(Attempt.Result.NOT_DONE, "Not done within " + deadline + ".");
            } catch (InterruptedException e) {
                pending.cancel(true);
                Thread.currentThread().interrupt();
                return Attempt.of(Attempt.Result.NOT_DONE, "We were stopped while sending.");
            }
        }

        private Attempt failed(ExecutionException failure) {
            Throwable cause = failure;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            if (cause instanceof DirectConsumerNotAvailableException) {
                throw new GatewayException(DeliverProblem.ROUTE_MISSING, route, failure);
            }
            if (cause instanceof GatewayException known) {
                return Attempt.of(
                        Attempt.Result.NOT_DONE, known.getMessage() + ". " + known.code().remedy());
            }
            ProblemCode problem = problem(String.valueOf(cause.getMessage()));
            return Attempt.of(
                    Attempt.Result.NOT_DONE,
                    problem.id() + " " + cause.getMessage() + " " + problem.remedy());
        }

        /** A changed key is for a person: somebody may stand between us and the partner. */
        private ProblemCode problem(String cause) {
            if (!cause.contains("HostKey has been changed")
                    && !cause.contains(PinnedServer.OTHER)) {
                return DeliverProblem.SFTP_FAILED;
            }
            log.atError()
                    .addKeyValue("route", route)
                    .addKeyValue("problem", DeliverProblem.HOST_KEY_CHANGED.id())
                    .addKeyValue("cause", cause)
                    .addKeyValue("remedy", DeliverProblem.HOST_KEY_CHANGED.remedy())
                    .log("the server shows another host key");
            return DeliverProblem.HOST_KEY_CHANGED;
        }
    }

    private static Map<String, Object> headers(Claim claim) {
        Map<String, Object> headers = new HashMap<>();
        headers.put(FILE_NAME, FileNames.of(claim));
        headers.put(FORM, FileNames.safe(claim.form()));
        headers.put(SUBJECT, FileNames.safe(claim.subject()));
        headers.put(KEY, FileNames.safe(claim.idempotencyKey()));
        return headers;
    }
}
