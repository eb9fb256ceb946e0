package io.retrogate.console;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stops an address that keeps guessing: after ten wrong secrets it waits until a minute has passed
 * since the first of them. A right secret forgets them.
 */
final class LoginThrottle extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(LoginThrottle.class);

    private static final int FAILURES = 10;
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int ADDRESSES = 10_000;

    private final Refusals refusals;
    private final Clock clock;
    private final Map<String, Failures> byAddress = new LinkedHashMap<>();

    private record Failures(int count, Instant first) {}

    LoginThrottle(Refusals refusals, Clock clock) {
        this.refusals = refusals;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) == null;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var address = request.getRemoteAddr();
        if (stopped(address)) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(WINDOW.toSeconds()));
            refusals.refuse(request, response, ConsoleProblem.TOO_MANY_FAILED_LOGINS);
            return;
        }
        chain.doFilter(request, response);
        if (response.getStatus() == HttpStatus.UNAUTHORIZED.value()) {
            failed(address);
        } else {
            forget(address);
        }
    }

    private synchronized boolean stopped(String address) {
        var failures = byAddress.get(address);
        if (failures == null) {
            return false;
        }
        if (clock.instant().isAfter(failures.first().plus(WINDOW))) {
            byAddress.remove(address);
            return false;
        }
        return failures.count() >= FAILURES;
    }

    private synchronized void failed(String address) {
        if (byAddress.size() >= ADDRESSES) {
            byAddress.remove(byAddress.keySet().iterator().next());
        }
        var failures =
                byAddress.merge(
                        address,
                        new Failures(1, clock.instant()),
                        (old, one) -> new Failures(old.count() + 1, old.first()));
        if (failures.count() == FAILURES) {
            LOG.atWarn()
                    .addKeyValue("problem", ConsoleProblem.TOO_MANY_FAILED_LOGINS.id())
                    .addKeyValue("address", address)
                    .log("login stopped");
        }
    }

    private synchronized void forget(String address) {
        byAddress.remove(address);
    }
}
