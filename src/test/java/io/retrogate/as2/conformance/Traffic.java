package io.retrogate.as2.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.retrogate.as2.As2Link;
import io.retrogate.as2.As2Message;
import io.retrogate.as2.As2Outcome;
import io.retrogate.as2.As2Sender;
import io.retrogate.partner.Partners;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Messages both ways without a pause, until it is closed. */
final class Traffic implements AutoCloseable {

    /** Sends one message, in or out; returns its Message-ID if all went well. */
    @FunctionalInterface
    interface Way {
        String send(String messageId) throws Exception;
    }

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final List<AtomicInteger> counts = new ArrayList<>();
    private final List<String> arrived = new CopyOnWriteArrayList<>();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final ExecutorService threads;
    private final AtomicInteger ids = new AtomicInteger();
    private volatile boolean going = true;

    Traffic(Way... ways) {
        threads = Executors.newFixedThreadPool(ways.length);
        for (Way way : ways) {
            var count = new AtomicInteger();
            counts.add(count);
            threads.execute(() -> keepSending(way, count));
        }
    }

    static Way in(RawClient client, ChangingPartner partner) {
        return id -> {
            Answer answer =
                    client.message(partner.sealed(Scene.DOCUMENT), "<in-" + id + "@x>").post();
            assertThat(partner.disposition(answer)).as(id).isEqualTo("processed");
            return "<in-" + id + "@x>";
        };
    }

    /** As an acknowledgement is sent: by what folders and keys say at the moment. */
    static Way out(As2Sender sender, Partners partners) {
        return id -> {
            var agreed = partners.named("acme").orElseThrow().as2().orElseThrow();
            var link =
                    new As2Link(
                            partners.identity(agreed.ownName()).orElseThrow(),
                            agreed.ownName(),
                            agreed.partnerName(),
                            agreed.url().orElseThrow(),
                            agreed.policy(),
                            agreed.certificates());
            var message =
                    new As2Message(
                            "<out-" + id + "@x>",
                            "997",
                            "997.x12",
                            "application/edi-x12",
                            new SenderCases.X12());
            As2Outcome outcome = sender.send(link, message, LIMIT);
            assertThat(outcome.state())
                    .as(id + ": " + outcome.detail())
                    .isEqualTo(As2Outcome.State.RECEIPT_VERIFIED);
            return message.messageId();
        };
    }

    /** Until each way has begun and ended a message since now; fails if any has ever failed. */
    void flows() {
        var from = counts.stream().map(AtomicInteger::get).toList();
        await().atMost(LIMIT)
                .until(
                        () -> {
                            assertThat(failures).isEmpty();
                            for (int i = 0; i < from.size(); i++) {
                                if (counts.get(i).get() < from.get(i) + 2) {
                                    return false;
                                }
                            }
                            return true;
                        });
    }

    /** The Message-IDs of all that was accepted. */
    List<String> arrived() {
        return List.copyOf(arrived);
    }

    private void keepSending(Way way, AtomicInteger count) {
        while (going && failures.isEmpty()) {
            try {
                arrived.add(way.send(String.valueOf(ids.incrementAndGet())));
                count.incrementAndGet();
            } catch (Exception | AssertionError e) {
                failures.add(e);
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        going = false;
        threads.shutdown();
        assertThat(threads.awaitTermination(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(failures).isEmpty();
    }
}
