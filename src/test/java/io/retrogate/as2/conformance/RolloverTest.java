package io.retrogate.as2.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.as2.As2Party;
import io.retrogate.as2.As2Sender;
import io.retrogate.as2.CertificateState;
import io.retrogate.as2.Spools;
import io.retrogate.partner.CertificateImport;
import io.retrogate.partner.KeyType;
import io.retrogate.partner.OwnKeyRing;
import io.retrogate.partner.PartnerFolders;
import io.retrogate.receive.As2Front;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Messages go both ways, without a pause, while certificates and keys are announced, taken into use
 * and retired by the commands' own means; each side changes when the other cannot know. None is
 * refused and none is lost.
 */
@Timeout(300)
class RolloverTest {

    private static final As2Party OURS = As2Party.named("ours");
    private static final As2Party OLD = As2Party.named("acme");
    private static final As2Party NEXT = As2Party.named("acme-next");

    private final Clock clock = Clock.fixed(As2Party.NOW, ZoneOffset.UTC);
    private Path directory;
    private PlayedPartner server;
    private ChangingPartner partner;
    private PartnerFolders partners;
    private As2Front front;
    private RawClient client;
    private Traffic traffic;

    @BeforeEach
    void open(@TempDir Path home) throws Exception {
        directory = home;
        server = new PlayedPartner();
        var agreements = new Agreements(home).key(Agreements.OURS + ".p12", OURS);
        agreements.partner("acme", "acme", "url: " + server.url());
        take(OLD, Optional.empty());
        partners =
                PartnerFolders.under(
                        agreements.routes, agreements.keys, name -> null, clock, List.of());
        assertThat(partners.partners()).as(partners.problems().toString()).hasSize(1);
        partner = new ChangingPartner(OLD, OURS.certificate());
        server.answers(200, message -> partner.receive(message));
        front = new As2Front(home.resolve("front"), partners, partners::identity, clock);
        client = new RawClient(front.url(), OURS.certificate());
        var sender = new As2Sender(new Spools(home.resolve("sent")), clock);
        traffic =
                new Traffic(
                        Traffic.in(client, partner),
                        Traffic.in(client, partner),
                        Traffic.out(sender, partners));
        traffic.flows();
    }

    @AfterEach
    void close() throws Exception {
        try {
            traffic.close();
        } finally {
            front.close();
            server.close();
        }
    }

    @Test
    void ofThePartnersCertificateLosesNothing() throws Exception {
        take(NEXT, Optional.empty());
        // A message that is under way by now does not know the new certificate.
        traffic.flows();
        partner.signs = List.of(OLD, NEXT);
        traffic.flows();

        partner.decrypts = List.of(OLD, NEXT);
        take(NEXT, Optional.of(CertificateState.ACTIVE));
        traffic.flows();

        partner.signs = List.of(NEXT);
        partner.decrypts = List.of(NEXT);
        traffic.flows();

        take(OLD, Optional.of(CertificateState.RETIRED));
        traffic.flows();

        assertNothingLost();
        assertThat(afterwards(OLD, OURS.certificate()))
                .isEqualTo("processed/Error: authentication-failed");
    }

    @Test
    void ofOurOwnKeyLosesNothing() throws Exception {
        var keys = new OwnKeyRing(directory, name -> null, clock);
        var next = keys.make(Agreements.OURS, KeyType.RSA_2048, Optional.empty());
        partners.refresh();
        partner.encryptsFor = List.of(OURS.certificate(), next.certificate());
        traffic.flows();

        partner.believes = List.of(OURS.certificate(), next.certificate());
        var all = keys.activate(Agreements.OURS);
        partners.refresh();
        traffic.flows();

        partner.encryptsFor = List.of(next.certificate());
        partner.believes = List.of(next.certificate());
        traffic.flows();

        Path former = all.get(1).file();
        Path retired = Files.createDirectories(directory.resolve("keys/retired"));
        Files.move(former, retired.resolve(former.getFileName()));
        partners.refresh();
        traffic.flows();

        assertNothingLost();
        assertThat(afterwards(OLD, OURS.certificate()))
                .isEqualTo("processed/Error: decryption-failed");
    }

    private void take(As2Party party, Optional<CertificateState> state) throws Exception {
        var outcome =
                new CertificateImport(directory.resolve("routes/acme"), clock)
                        .take(Path.of("sent"), party.certificate().getEncoded(), state);
        assertThat(outcome).isInstanceOf(CertificateImport.Outcome.Put.class);
        if (partners != null) {
            partners.refresh();
        }
    }

    private void assertNothingLost() throws Exception {
        traffic.close();
        var in = traffic.arrived().stream().filter(id -> id.startsWith("<in-")).toList();
        assertThat(front.ledger.accepted)
                .allSatisfy(arrival -> assertThat(arrival.refusal()).isEmpty())
                .extracting(arrival -> arrival.messageId())
                .containsExactlyInAnyOrderElementsOf(in);
        var out = traffic.arrived().stream().filter(id -> id.startsWith("<out-")).toList();
        assertThat(server.received)
                .extracting(message -> message.header("Message-ID"))
                .containsExactlyInAnyOrderElementsOf(out);
        assertThat(in).hasSizeGreaterThan(15);
        assertThat(out).hasSizeGreaterThan(8);
    }

    /** What becomes of a message in the old way when all is done. */
    private String afterwards(As2Party signer, X509Certificate reader) throws Exception {
        partner.signs = List.of(signer);
        partner.encryptsFor = List.of(reader);
        return partner.disposition(
                client.message(partner.sealed(Scene.DOCUMENT), "<afterwards@x>").post());
    }
}
