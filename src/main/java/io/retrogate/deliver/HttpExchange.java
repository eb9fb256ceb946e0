package io.retrogate.deliver;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * One POST with a hard total deadline. The JDK's client repeats no POST by itself once it was sent,
 * and cancelling ends the connection, so nothing goes on behind our back.
 */
final class HttpExchange {

    private final HttpClient http;

    HttpExchange(HttpClient http) {
        this.http = http;
    }

    Attempt post(HttpRequest request, Duration deadline) {
        AtomicReference<ResponseInfo> head = new AtomicReference<>();
        BodyHandler<Void> discarding =
                info -> {
                    head.set(info);
                    return BodySubscribers.discarding();
                };
        CompletableFuture<HttpResponse<Void>> pending = http.sendAsync(request, discarding);
        Attempt failure;
        try {
            pending.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
            failure = Attempt.of(Attempt.Result.AMBIGUOUS, "no status");
        } catch (ExecutionException e) {
            failure = failed(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            pending.cancel(true);
            failure = Attempt.of(Attempt.Result.AMBIGUOUS, "No answer within " + deadline + ".");
        } catch (InterruptedException e) {
            pending.cancel(true);
            Thread.currentThread().interrupt();
            failure = Attempt.of(Attempt.Result.AMBIGUOUS, "We were stopped while waiting.");
        }
        // The status decides; a body that never ends, or breaks off, changes nothing about it.
        Attempt otherwise = failure;
        return Optional.ofNullable(head.get()).map(HttpExchange::answered).orElse(otherwise);
    }

    private static Attempt answered(ResponseInfo head) {
        return Attempt.answered(
                head.statusCode(), head.headers().firstValue("Retry-After").orElse(""));
    }

    private static Attempt failed(Throwable cause) {
        String detail = cause.getClass().getSimpleName() + ": " + cause.getMessage();
        if (cause instanceof SSLHandshakeException || cause instanceof SSLPeerUnverifiedException) {
            return PartnerTls.failed(detail);
        }
        return Attempt.of(
                neverSent(cause) ? Attempt.Result.NOT_DONE : Attempt.Result.AMBIGUOUS, detail);
    }

    private static boolean neverSent(Throwable cause) {
        return cause instanceof ConnectException
                || cause instanceof HttpConnectTimeoutException
                || cause instanceof UnknownHostException
                || cause instanceof UnresolvedAddressException;
    }
}
