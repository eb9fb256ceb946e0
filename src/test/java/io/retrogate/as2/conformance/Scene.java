package io.retrogate.as2.conformance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.MovingClock;
import io.retrogate.as2.As2Party;
import io.retrogate.as2.RawEntity;
import io.retrogate.ledger.Arrival;
import io.retrogate.partner.PartnerFolders;
import io.retrogate.receive.As2Front;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** One receiver with its partners, for all cases: real folders, real keys, real HTTP. */
final class Scene implements AutoCloseable {

    static final String AES256 = "2.16.840.1.101.3.4.1.42";
    static final byte[] X12 =
            "ISA*00*          *00*\r\nST*180*0001~\r\n\u00e9\u001c\u001d~".getBytes(ISO_8859_1);
    static final RawEntity DOCUMENT = RawEntity.document(X12);

    final As2Party ours = As2Party.named("ours");
    final As2Party oursBefore = As2Party.named("ours-before");
    final As2Party acme = As2Party.named("acme");
    final As2Party globex = As2Party.named("globex");
    final Rollover rollover = Rollover.make();
    final MovingClock clock = new MovingClock(As2Party.NOW);
    final As2Front front;
    final RawClient client;
    private final AtomicInteger ids = new AtomicInteger();

    Scene(Path directory) throws Exception {
        Agreements agreements = new Agreements(directory).key(Agreements.OURS + ".p12", ours);
        agreements.partner("acme", "acme", "", acme);
        agreements.partner("globex", "\"globex \\\"corp\\\"\"", "", globex);
        agreements.partner(
                "lenient",
                "lenient",
                """
                signing: { required: false }
                encryption: { required: false }
                legacy: [sha-1, 3des]
                """,
                acme);
        agreements.partner(
                "guarded",
                "guarded",
                "auth: { theirs: { user: guarded, password: \"${file:login}\" } }",
                acme);
        agreements.secret("guarded/login", "geh\u00eaim:2\n");
        agreements.partner("long", "n".repeat(128), "", acme);
        agreements.partner("small", "small", "limits: { size: 64KiB, atOnce: 2 }", acme);
        rollover.write(agreements).key("retiring/" + Agreements.OURS + ".p12", oursBefore);
        PartnerFolders partners =
                PartnerFolders.under(
                        agreements.routes, agreements.keys, name -> null, clock, List.of());
        assertThat(partners.partners()).as(partners.problems().toString()).hasSize(7);
        front = new As2Front(directory.resolve("front"), partners, partners::identity, clock);
        client = new RawClient(front.url(), ours.certificate());
    }

    /** From acme to us, with a Message-ID of its own, asking for a signed MDN. */
    RawClient.Outgoing message(RawEntity entity) {
        return client.message(entity, "<" + ids.incrementAndGet() + "@acme.example>");
    }

    /** As acme's agreement wants it. */
    RawEntity sealed(RawEntity document) {
        return document.signed(acme).encrypted(ours, AES256);
    }

    static String mic(RawEntity covered) {
        return RawEntity.mic(covered.bytes(), "SHA-256") + ", sha-256";
    }

    List<Arrival> arrivals(String messageId) {
        return front.ledger.accepted.stream().filter(a -> a.messageId().equals(messageId)).toList();
    }

    /** The document of the one message with this id, byte for byte. */
    byte[] stored(String messageId) {
        List<Arrival> arrivals = arrivals(messageId);
        assertThat(arrivals).hasSize(1);
        assertThat(arrivals.get(0).refusal()).isEmpty();
        return front.archive.bytes(arrivals.get(0).payloadAddress());
    }

    /** Kept as evidence, but no document of it, and no claim on its Message-ID. */
    void assertNothingStored(String messageId) {
        assertThat(arrivals(messageId))
                .allSatisfy(
                        a -> {
                            assertThat(a.payloadAddress()).isEmpty();
                            assertThat(a.uniqueKey()).isEmpty();
                            assertThat(a.refusal()).isNotEmpty();
                        });
    }

    /** As much later, or earlier, while something is tried. */
    void at(Duration fromStart, Attempt attempt) throws Exception {
        clock.set(As2Party.NOW.plus(fromStart));
        try {
            attempt.run();
        } finally {
            clock.set(As2Party.NOW);
        }
    }

    @FunctionalInterface
    interface Attempt {
        void run() throws Exception;
    }

    @Override
    public void close() throws Exception {
        front.close();
    }
}
