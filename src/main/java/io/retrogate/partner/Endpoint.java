package io.retrogate.partner;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody who gets canonical messages over HTTP: an ERP, a 3PL.
 *
 * @param headers sent with every request, authorisation included
 * @param idempotent whether it honours {@code Idempotency-Key}
 * @param ambiguous what to do when we cannot know whether a request had its effect
 * @param deadline total time of one attempt
 * @param format what it gets in place of the canonical message
 */
public record Endpoint(
        String name,
        URI url,
        Map<String, String> headers,
        boolean idempotent,
        Ambiguous ambiguous,
        Duration deadline,
        Optional<EndpointFormat> format) {

    public Endpoint {
        headers = Map.copyOf(headers);
    }

    /** One that gets the canonical message. */
    public Endpoint(
            String name,
            URI url,
            Map<String, String> headers,
            boolean idempotent,
            Ambiguous ambiguous,
            Duration deadline) {
        this(name, url, headers, idempotent, ambiguous, deadline, Optional.empty());
    }

    /** Without the headers' values: they hold secrets. */
    @Override
    public String toString() {
        return "Endpoint[" + name + " " + url + " headers " + headers.keySet() + "]";
    }

    /** What to do when nobody can say whether a request had its effect. */
    public enum Ambiguous {
        RETRY,
        HOLD
    }
}
