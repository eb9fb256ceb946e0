package io.retrogate.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrogate.as2.As2Certificates;
import io.retrogate.as2.As2Link;
import io.retrogate.as2.As2Message;
import io.retrogate.as2.As2Outcome;
import io.retrogate.as2.As2Party;
import io.retrogate.as2.As2Policy;
import io.retrogate.as2.Mic;
import io.retrogate.edi.GatewayException;
import io.retrogate.ledger.AwaitedReceipts;
import io.retrogate.ledger.Claim;
import io.retrogate.ledger.DeliveryOutcome.State;
import io.retrogate.ledger.RememberedReceipts;
import io.retrogate.partner.As2Agreement;
import io.retrogate.partner.AwaitedReceipt;
import io.retrogate.partner.BasicLogin;
import io.retrogate.partner.Logins;
import io.retrogate.partner.TlsAgreement;
import io.retrogate.partner.TradingPartner;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class As2PostTest {

    private static final URI PARTNER = URI.create("https://partner.example/as2");

    private static final URI OUR_FRONT = URI.create("https://gateway.example/as2");

    private final List<As2Link> links = new ArrayList<>();
    private final List<As2Message> messages = new ArrayList<>();
    private final RecordingLedger ledger = new RecordingLedger();
    private final RememberedReceipts receipts = new RememberedReceipts();
    private As2Outcome outcome = new As2Outcome(As2Outcome.State.RECEIPT_VERIFIED, 200, "ok");

    private final As2Post post =
            new As2Post(
                    (link, message, deadline, beforehand) -> {
                        if (link.receiptUrl().isPresent()
                                && !beforehand.mayBeSent(new Mic("aa==", "sha-256"))) {
                            return new As2Outcome(As2Outcome.State.NO_CONNECTION, 0, "stale");
                        }
                        links.add(link);
                        messages.add(message);
                        return outcome;
                    },
                    name ->
                            name.equals("RETROGATE")
                                    ? Optional.of(As2Party.named("ours").identity())
                                    : Optional.empty(),
                    receipts);

    /** Only a receipt that proves it is a delivery; only a believable refusal is final. */
    @ParameterizedTest
    @CsvSource({
        "RECEIPT_VERIFIED, 200, DELIVERED",
        "RECEIPT_AWAITED, 202, AWAITED",
        "RECEIPT_NEGATIVE, 200, DEAD",
        "RECEIPT_MISSING, 200, RETRY",
        "RECEIPT_UNSIGNED, 200, RETRY",
        "RECEIPT_UNPROVEN, 200, RETRY",
        "RECEIPT_OF_ANOTHER, 200, RETRY",
        "MIC_MISMATCH, 200, RETRY",
        "HTTP_ERROR, 503, RETRY",
        "HTTP_ERROR, 500, RETRY",
        "HTTP_ERROR, 403, DEAD",
        "NO_CONNECTION, 0, RETRY",
        "AMBIGUOUS, 0, RETRY"
    })
    void judgesTheOutcome(As2Outcome.State state, int status, State expected) {
        outcome = new As2Outcome(state, status, "why");
        var handOver = post.to(partner("RETROGATE", Optional.of(PARTNER)), Duration.ofSeconds(9));

        Attempt attempt = handOver.attempt(claim());

        assertThat(HttpVerdict.of(attempt, handOver.repeatable())).isEqualTo(expected);
        assertThat(attempt.status()).isEqualTo(status);
        assertThat(attempt.detail()).isEqualTo("why");
    }

    @Test
    void sendsEveryAttemptUnderOneMessageId() throws Exception {
        ledger.form = "CONTRL";
        ledger.content = "UNB+\u00fc'";
        var handOver = post.to(partner("RETROGATE", Optional.of(PARTNER)), Duration.ofSeconds(9));

        handOver.attempt(claim());
        handOver.attempt(claim());

        assertThat(messages)
                .extracting(As2Message::messageId)
                .containsExactly("<key-1@retrogate>", "<key-1@retrogate>");
        assertThat(messages.get(0).contentType()).isEqualTo("application/edifact");
        assertThat(messages.get(0).content().size()).isEqualTo(6);
        assertThat(messages.get(0).content().open().readAllBytes()).contains(0xFC);
        assertThat(links.get(0).url()).isEqualTo(PARTNER);
        assertThat(links.get(0).authorization()).contains("Basic dXM6Z2VoZWlt");
    }

    @Test
    void notesWhatAReceiptHasToSayBeforeItSends() {
        outcome = new As2Outcome(As2Outcome.State.RECEIPT_AWAITED, 202, "taken");
        var handOver = post.to(awaiting(), Duration.ofSeconds(9));

        Attempt attempt = handOver.attempt(claim());

        assertThat(receipts.expected.get("<key-1@retrogate>"))
                .isEqualTo(new AwaitedReceipts.Awaited(ledger.delivery, "aa==, sha-256"));
        assertThat(links.get(0).receiptUrl()).contains(OUR_FRONT);
        assertThat(attempt.within()).isEqualTo(Duration.ofHours(3));
    }

    @Test
    void sendsNothingThatSomebodyElseSends() {
        receipts.current = false;

        Attempt attempt = post.to(awaiting(), Duration.ofSeconds(9)).attempt(claim());

        assertThat(messages).isEmpty();
        assertThat(HttpVerdict.of(attempt, true)).isEqualTo(State.RETRY);
    }

    @Test
    void saysWhatTheAgreementLacks() {
        var deadline = Duration.ofSeconds(9);
        assertThatThrownBy(() -> post.to(partner("RETROGATE", Optional.empty()), deadline))
                .isInstanceOf(GatewayException.class)
                .hasMessageContaining("acme has no url");
        assertThatThrownBy(() -> post.to(partner("ELSE", Optional.of(PARTNER)), deadline))
                .isInstanceOf(GatewayException.class)
                .hasMessageContaining("no key for ELSE");
    }

    private Claim claim() {
        return ledger.ledger().claim(ledger.delivery, Duration.ofSeconds(20)).orElseThrow();
    }

    private static TradingPartner awaiting() {
        var awaited = new AwaitedReceipt(OUR_FRONT, Duration.ofHours(3));
        return partner("RETROGATE", Optional.of(PARTNER), Optional.of(awaited));
    }

    private static TradingPartner partner(String own, Optional<URI> url) {
        return partner(own, url, Optional.empty());
    }

    private static TradingPartner partner(
            String own, Optional<URI> url, Optional<AwaitedReceipt> awaited) {
        var as2 =
                new As2Agreement(
                        "ACME",
                        own,
                        url,
                        List.of(),
                        awaited,
                        As2Policy.strict(),
                        16,
                        new Logins(Optional.empty(), Optional.of(new BasicLogin("us", "geheim"))),
                        TlsAgreement.NONE,
                        As2Certificates.active(List.of(As2Party.named("acme").certificate())));
        return new TradingPartner(
                "acme", Path.of("."), List.of(), List.of(), Optional.of(as2), List.of(), "as2");
    }
}
