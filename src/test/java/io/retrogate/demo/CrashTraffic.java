package io.retrogate.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.as2.As2Identity;
import io.retrogate.as2.As2Outcome;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Two partners that do not give up, and the logs that are joined afterwards. */
final class CrashTraffic implements AutoCloseable {

    private static final Pattern ISA13 = Pattern.compile("^ISA(?:\\*[^*]*){12}\\*(\\d{9})");
    private static final Pattern AK102 = Pattern.compile("AK1\\*[A-Z]{2}\\*(\\d+)");
    private static final Pattern UNB_0020 = Pattern.compile("UNB\\+.*?\\+.*?\\+.*?\\+.*?\\+(\\d+)");
    private static final Pattern UCI_0020 = Pattern.compile("UCI\\+([^+]+)\\+");

    /** Every so many receipted messages come once more, as from a partner that lost the receipt. */
    private static final int RESENT = 5;

    /** Honours idempotency keys. */
    final CountingErp erp = new CountingErp();

    /** Does not: every POST is an effect. */
    final CountingErp threepl = new CountingErp();

    final AcmePartner acme;
    final NordwindPartner nordwind;
    final ReceiptLog log;

    private final List<CrashDocument> documents;
    private final Set<String> started = ConcurrentHashMap.newKeySet();
    private final Set<String> receipted = ConcurrentHashMap.newKeySet();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger released = new AtomicInteger();
    private final Semaphore permits = new Semaphore(0);
    private final ExecutorService senders = Executors.newFixedThreadPool(4, Demo::daemon);
    private volatile boolean ended;

    CrashTraffic(Path home, As2Identity identity, URI gateway, int messages) throws Exception {
        acme = new AcmePartner(identity, home.resolve("acme"), Clock.systemUTC());
        nordwind = new NordwindPartner(home.resolve("nordwind"), "secret");
        Files.writeString(home.resolve("password"), "secret");
        Files.writeString(home.resolve("known-hosts"), nordwind.knownHost());
        log = new ReceiptLog(gateway);
        documents = CrashDocument.make(messages);
    }

    void start(X509Certificate gateway) {
        acme.trust(gateway);
        IntStream.range(0, 4).forEach(i -> senders.execute(this::send));
    }

    /** Lets the partners send so many more. */
    void release(int messages) {
        released.addAndGet(messages);
        permits.release(messages);
    }

    /** At a modest pace, so that a run outlasts all its kills. */
    private void send() {
        while (!ended) {
            try {
                permits.acquire();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            int i = next.getAndIncrement();
            var document = documents.get(i);
            started.add(document.number());
            if (document.overAs2()) {
                sendUntilReceipted(document);
                if (i % RESENT == 0) {
                    sendUntilReceipted(document);
                }
            } else {
                nordwind.offer(document.number() + ".edi", document.bytes());
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(150));
        }
    }

    private void sendUntilReceipted(CrashDocument document) {
        var id = "<" + document.number() + "@acme.example>";
        while (!ended) {
            var outcome = acme.send(log.url(), document.bytes(), document.number(), id);
            if (outcome.state() == As2Outcome.State.RECEIPT_VERIFIED) {
                receipted.add(document.number());
                return;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(300));
        }
    }

    boolean allSent() {
        return started.size() == released.get() && notReceipted().isEmpty();
    }

    int sent() {
        return started.size();
    }

    /** What a partner began to send and that has not both its receipt and its effect. */
    Set<String> inFlight() {
        var open = new HashSet<>(started);
        var done = new HashSet<>(erp.effects.values());
        done.removeAll(notReceipted());
        open.removeAll(done);
        return open;
    }

    List<String> numbers() {
        return due().stream().flatMap(document -> document.numbers().stream()).toList();
    }

    int messages() {
        return due().size();
    }

    private List<CrashDocument> due() {
        return documents.subList(0, released.get());
    }

    List<String> notReceipted() {
        return due().stream()
                .filter(
                        d ->
                                d.overAs2()
                                        ? !receipted.contains(d.number())
                                        : !nordwind.taken(d.number() + ".edi"))
                .map(CrashDocument::number)
                .toList();
    }

    long replayed() {
        return log.receipts().values().stream().filter(answers -> answers.size() > 1).count();
    }

    /** Every document once at the ERP, every message with one receipt, every group one answer. */
    void check() {
        assertThat(notReceipted()).as("sent and never receipted").isEmpty();
        assertThat(List.copyOf(erp.effects.values()))
                .as("each document had its effect exactly once")
                .containsExactlyInAnyOrderElementsOf(numbers());
        assertThat(log.receipts().values())
                .as("one Message-ID, one receipt, byte for byte")
                .allSatisfy(answers -> assertThat(Set.copyOf(answers)).hasSize(1));
        assertThat(threepl.posts.values())
                .as("nothing doubled where nobody honours a key")
                .allSatisfy(posts -> assertThat(posts.get()).isEqualTo(1));
        int as2 = (int) due().stream().filter(CrashDocument::overAs2).count();
        checkAnswers(acme.received(), ISA13, AK102, as2);
        checkAnswers(nordwind.received(), UNB_0020, UCI_0020, due().size() - as2);
    }

    /**
     * A resend of the same answer is allowed; a second answer, or a gap in their numbers, is not.
     */
    private static void checkAnswers(
            List<String> received, Pattern number, Pattern subject, int expected) {
        Map<String, Set<String>> answers = new HashMap<>();
        var numbers = new HashSet<Integer>();
        for (var text : received) {
            answers.computeIfAbsent(found(subject, text), s -> new HashSet<>()).add(text);
            numbers.add(Integer.parseInt(found(number, text)));
        }
        assertThat(answers).hasSize(expected);
        assertThat(answers.values()).allSatisfy(texts -> assertThat(texts).hasSize(1));
        assertThat(numbers)
                .as("control numbers without gaps")
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, expected).boxed().toList());
    }

    private static String found(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(pattern + " in " + text).isTrue();
        return matcher.group(1);
    }

    @Override
    public void close() throws Exception {
        ended = true;
        senders.shutdownNow();
        acme.close();
        nordwind.close();
        erp.close();
        threepl.close();
        log.close();
    }
}
