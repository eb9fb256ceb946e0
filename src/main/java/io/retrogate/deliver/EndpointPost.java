package io.retrogate.deliver;

import io.retrogate.archive.Archive;
import io.retrogate.archive.ArchiveAddress;
import io.retrogate.edi.Content;
import io.retrogate.ledger.Claim;
import io.retrogate.ledger.Rendition;
import io.retrogate.partner.Endpoint;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;

/** Posts canonical messages to ERPs and 3PLs, streamed from the archive. */
final class EndpointPost {

    private final Archive archive;
    private final HttpExchange exchange;
    private final String source;

    EndpointPost(Archive archive, HttpClient http, String source) {
        this.archive = archive;
        this.exchange = new HttpExchange(http);
        this.source = source;
    }

    HandOver to(Endpoint endpoint) {
        return new ToEndpoint(endpoint);
    }

    private final class ToEndpoint implements HandOver {

        private final Endpoint endpoint;

        private ToEndpoint(Endpoint endpoint) {
            this.endpoint = endpoint;
        }

        @Override
        public boolean repeatable() {
            return endpoint.idempotent() || endpoint.ambiguous() == Endpoint.Ambiguous.RETRY;
        }

        @Override
        public Duration deadline() {
            return endpoint.deadline();
        }

        @Override
        public Attempt attempt(Claim claim) {
            var made = claim.rendition();
            var address = made.equals(Rendition.NONE) ? claim.address() : made.address();
            Content message = archive.open(new ArchiveAddress(address));
            return exchange.post(request(claim, message), endpoint.deadline());
        }

        private HttpRequest request(Claim claim, Content message) {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(endpoint.url()).POST(body(message));
            endpoint.headers().forEach(request::setHeader);
            // Ours last: nothing in a folder can change the key.
            Map<String, String> envelope = CloudEvent.headers(claim, source);
            envelope.forEach(request::setHeader);
            return request.build();
        }
    }

    private static BodyPublisher body(Content message) {
        try {
            BodyPublisher bytes = BodyPublishers.ofInputStream(() -> opened(message));
            long size = message.size();
            return size == 0 ? BodyPublishers.noBody() : BodyPublishers.fromPublisher(bytes, size);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream opened(Content message) {
        try {
            return message.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
