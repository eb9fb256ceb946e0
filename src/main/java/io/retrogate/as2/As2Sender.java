package io.retrogate.as2;

import io.retrogate.as2.As2Outcome.State;
import io.retrogate.edi.GatewayException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * Sends one AS2 message and judges the receipt in the answer (RFC 4130 §7), or leaves it to an
 * {@link ArrivedReceipt} if the link wants it on a connection of its own.
 */
public final class As2Sender {

    private static final long MAX_RECEIPT = 1 << 20;

    private final Spools spools;
    private final Clock clock;
    private final HttpClients clients;

    /** Without a proxy but that of the JVM's own properties. */
    public As2Sender(Spools spools, Clock clock) {
        this(spools, clock, new HttpClients(ProxySelector.getDefault()));
    }

    /**
     * @param clients by which partners are reached
     */
    public As2Sender(Spools spools, Clock clock, HttpClients clients) {
        this.spools = spools;
        this.clock = clock;
        this.clients = clients;
    }

    /** What has to be done before the first byte goes out. */
    @FunctionalInterface
    public interface Beforehand {

        /**
         * Called if the receipt will come on a connection of its own: it may come before the answer
         * does.
         *
         * @param mic that the receipt has to name
         * @return whether the message may be sent
         */
        boolean mayBeSent(Mic mic);
    }

    /** Sends a message whose receipt comes in the answer. */
    public As2Outcome send(As2Link link, As2Message message, Duration deadline) {
        return send(link, message, deadline, mic -> true);
    }

    /**
     * Sends the message once; never follows a redirect. The deadline covers connecting, sending and
     * the whole receipt.
     *
     * @throws io.retrogate.edi.GatewayException AS2-001 to AS2-004 if the message cannot be built
     */
    public As2Outcome send(
            As2Link link, As2Message message, Duration deadline, Beforehand beforehand) {
        try (OutgoingMessage outgoing = new MessageWriter(spools, clock, link).write(message);
                Spool answer = spools.create()) {
            if (link.receiptUrl().isPresent() && !beforehand.mayBeSent(mic(link, outgoing))) {
                return new As2Outcome(State.NO_CONNECTION, 0, "somebody else sends it");
            }
            return exchange(link, message, outgoing, new Attempt(answer, deadline));
        } catch (IOException e) {
            throw new GatewayException(As2Problem.SPOOL_FAILED, String.valueOf(e.getMessage()), e);
        }
    }

    private static Mic mic(As2Link link, OutgoingMessage outgoing) throws IOException {
        String name = receiptDigest(link);
        DigestAlgorithm digest =
                DigestAlgorithm.named(name).orElseThrow(() -> CmsWrapping.unknown(name));
        return Mic.of(outgoing.covered(), digest, name);
    }

    private static String receiptDigest(As2Link link) {
        String digest = link.policy().signWith();
        return digest.isEmpty() ? DigestAlgorithm.SHA_256.text() : digest;
    }

    private record Attempt(Spool answer, Duration deadline) {}

    private As2Outcome exchange(
            As2Link link, As2Message message, OutgoingMessage outgoing, Attempt attempt) {
        CompletableFuture<HttpResponse<Spool>> pending =
                clients.to(link.tls())
                        .sendAsync(
                                request(link, message, outgoing, attempt.deadline()),
                                info -> new LimitedBody(attempt.answer(), MAX_RECEIPT));
        try {
            HttpResponse<Spool> response =
                    pending.get(attempt.deadline().toMillis(), TimeUnit.MILLISECONDS);
            return judge(link, message, outgoing, response);
        } catch (ExecutionException e) {
            return failed(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            pending.cancel(true);
            return new As2Outcome(State.AMBIGUOUS, 0, "no answer within " + attempt.deadline());
        } catch (InterruptedException e) {
            pending.cancel(true);
            Thread.currentThread().interrupt();
            return new As2Outcome(State.AMBIGUOUS, 0, "interrupted");
        }
    }

    private As2Outcome judge(
            As2Link link,
            As2Message message,
            OutgoingMessage outgoing,
            HttpResponse<Spool> response) {
        int status = response.statusCode();
        if (status / 100 != 2) {
            return new As2Outcome(State.HTTP_ERROR, status, "HTTP status " + status);
        }
        List<MimeHeaders.Field> fields = new ArrayList<>();
        response.headers()
                .map()
                .forEach((k, vs) -> vs.forEach(v -> fields.add(new MimeHeaders.Field(k, v))));
        Slice body = Slice.of(response.body());
        MimeHeaders headers = new MimeHeaders(fields);
        boolean maybeReceipt = body.size() > 0 && ArrivedReceipt.mayBe(headers);
        if (link.receiptUrl().isPresent() && !maybeReceipt) {
            return new As2Outcome(State.RECEIPT_AWAITED, status, "taken; the receipt will come");
        }
        MimeEntity receipt = new MimeEntity(headers, body, body);
        return new ReceiptCheck(spools, clock, link.policy(), link.certificates())
                .judge(status, receipt, new SentBytes(message.messageId(), outgoing.covered()));
    }

    private static As2Outcome failed(Throwable cause) {
        boolean never =
                cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException;
        State otherwise = never ? State.NO_CONNECTION : State.AMBIGUOUS;
        return new As2Outcome(
                cause instanceof SSLException ? State.NO_TLS : otherwise,
                0,
                cause.getClass().getSimpleName() + ": " + cause.getMessage());
    }

    private HttpRequest request(
            As2Link link, As2Message message, OutgoingMessage outgoing, Duration deadline) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(link.url())
                        .timeout(deadline)
                        .header("AS2-Version", EdiintFeatures.AS2_VERSION)
                        .header(EdiintFeatures.HEADER, EdiintFeatures.OURS)
                        .header("AS2-From", As2Names.quote(link.ownName()))
                        .header("AS2-To", As2Names.quote(link.partnerName()))
                        .header("Message-ID", message.messageId())
                        .header("Subject", message.subject())
                        .header("Date", date())
                        .header("MIME-Version", "1.0")
                        .header("User-Agent", "Retrogate")
                        .header("Content-Type", outgoing.contentType())
                        .header("Disposition-Notification-To", As2Names.quote(link.ownName()));
        link.authorization().ifPresent(value -> request.header("Authorization", value));
        link.receiptUrl()
                .ifPresent(url -> request.header("Receipt-Delivery-Option", url.toString()));
        if (link.policy().signedReceipt()) {
            request.header(
                    "Disposition-Notification-Options",
                    "signed-receipt-protocol=optional, pkcs7-signature; "
                            + "signed-receipt-micalg=optional, "
                            + receiptDigest(link));
        }
        return request.POST(
                        BodyPublishers.fromPublisher(
                                BodyPublishers.ofInputStream(outgoing.body()::open),
                                outgoing.body().size()))
                .build();
    }

    private String date() {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                clock.instant().atOffset(ZoneOffset.UTC));
    }
}
