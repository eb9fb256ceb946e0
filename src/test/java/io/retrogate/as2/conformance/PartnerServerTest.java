package io.retrogate.as2.conformance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.as2.As2Certificates;
import io.retrogate.as2.As2Identity;
import io.retrogate.as2.As2Link;
import io.retrogate.as2.As2Message;
import io.retrogate.as2.As2Outcome;
import io.retrogate.as2.As2Outcome.State;
import io.retrogate.as2.As2Party;
import io.retrogate.as2.As2Policy;
import io.retrogate.as2.As2Sender;
import io.retrogate.as2.CertificateNames;
import io.retrogate.as2.PeerTls;
import io.retrogate.as2.RawEntity;
import io.retrogate.as2.Spools;
import io.retrogate.edi.Content;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom we believe when we send over TLS, and what we show. */
@Timeout(60)
class PartnerServerTest {

    private static final String INSIDE = "as2.inner.example";

    private final As2Party acme = As2Party.named("acme");
    private final TlsParty root = TlsParty.root("Root");
    @TempDir Path folder;

    PartnerServerTest() throws Exception {}

    @ParameterizedTest
    @ValueSource(strings = {TlsParty.LOOPBACK, INSIDE})
    void isBelievedWithThePinnedCertificateWhateverItsName(String name) throws Exception {
        TlsParty server = TlsParty.selfSigned("server", name);
        try (PlayedPartner partner = playing(server)) {
            delivered(partner, pinned(server.certificate()));
        }
    }

    @Test
    void mayChangeItsCertificateWhileBothArePinned() throws Exception {
        TlsParty old = TlsParty.selfSigned("old", INSIDE);
        TlsParty next = root.issues("next", INSIDE);
        for (TlsParty server : List.of(old, next)) {
            try (PlayedPartner partner = playing(server)) {
                delivered(partner, pinned(old.certificate(), next.certificate()));
            }
        }
    }

    @Test
    void isNotBelievedWithAnotherCertificateOfTheSameNameAndAuthority() throws Exception {
        TlsParty server = root.issues("server", TlsParty.LOOPBACK);
        TlsParty agreed = root.issues("server", TlsParty.LOOPBACK);
        try (PlayedPartner partner = playing(server)) {
            refused(
                    partner,
                    pinned(agreed.certificate(), root.certificate()),
                    CertificateNames.fingerprint(server.certificate()));
        }
    }

    @Test
    void isNotBelievedOnceThePinnedCertificateHasEnded() throws Exception {
        TlsParty server = TlsParty.expired("server", TlsParty.LOOPBACK);
        try (PlayedPartner partner = playing(server)) {
            refused(partner, pinned(server.certificate()), "NotAfter");
        }
    }

    @Test
    void isJudgedByTheRootsOfTheJvmIfNothingIsPinned() throws Exception {
        SSLContext before = SSLContext.getDefault();
        SSLContext.setDefault(TlsParty.nobodyTrusting(root.certificate()));
        try (PlayedPartner right = playing(root.issues("right", TlsParty.LOOPBACK));
                PlayedPartner otherName = playing(root.issues("other", INSIDE));
                PlayedPartner unknown = playing(TlsParty.selfSigned("self", TlsParty.LOOPBACK))) {
            delivered(right, PeerTls.USUAL);
            refused(otherName, PeerTls.USUAL, "subject alternative names");
            refused(unknown, PeerTls.USUAL, "PKIX path building failed");
        } finally {
            SSLContext.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void isShownOursWhateverAuthoritiesItNames(String version) throws Exception {
        TlsParty server = TlsParty.selfSigned("server", TlsParty.LOOPBACK);
        TlsParty ours = TlsParty.selfSigned("ours", INSIDE);
        As2Identity own = new As2Identity(ours.keys().getPrivate(), ours.certificate());
        SSLContext naming = server.asking(root.certificate());
        try (PlayedPartner partner = new PlayedPartner(naming, version)) {
            partner.answers(200, this::receipt);
            delivered(partner, new PeerTls(Set.of(server.certificate()), Optional.of(own)));
            assertThat(partner.shown).containsExactly(ours.certificate());

            As2Outcome without = send(partner, pinned(server.certificate()));

            assertThat(without.state()).as(without.detail()).isIn(State.NO_TLS, State.AMBIGUOUS);
            assertThat(partner.received).hasSize(1);
        }
    }

    private PlayedPartner playing(TlsParty server) throws Exception {
        PlayedPartner partner = new PlayedPartner(server.trusting(), "");
        partner.answers(200, this::receipt);
        return partner;
    }

    private static PeerTls pinned(X509Certificate... certificates) {
        return new PeerTls(
                Arrays.stream(certificates).collect(Collectors.toSet()), Optional.empty());
    }

    private void delivered(PlayedPartner partner, PeerTls tls) {
        As2Outcome outcome = send(partner, tls);
        assertThat(outcome.state()).as(outcome.detail()).isEqualTo(State.RECEIPT_VERIFIED);
        assertThat(partner.received).hasSize(1);
    }

    private void refused(PlayedPartner partner, PeerTls tls, String why) {
        As2Outcome outcome = send(partner, tls);
        assertThat(outcome.state()).as(outcome.detail()).isEqualTo(State.NO_TLS);
        assertThat(outcome.detail()).contains(why);
        assertThat(partner.received).isEmpty();
    }

    private As2Outcome send(PlayedPartner partner, PeerTls tls) {
        As2Link link =
                new As2Link(
                        As2Party.named("ours").identity(),
                        Agreements.OURS,
                        "acme",
                        partner.url(),
                        Optional.empty(),
                        Optional.empty(),
                        tls,
                        signing(),
                        As2Certificates.active(List.of(acme.certificate())));
        var message =
                new As2Message(
                        "<1@ours>", "997", "1.x12", "application/edi-x12", Content.of(Scene.X12));
        return new As2Sender(new Spools(folder), Clock.systemUTC())
                .send(link, message, Duration.ofSeconds(30));
    }

    private static As2Policy signing() {
        As2Policy strict = As2Policy.strict();
        return new As2Policy(
                false,
                false,
                strict.digests(),
                Set.of(),
                "sha-256",
                "",
                As2Policy.Compression.NONE,
                true,
                1 << 20,
                10);
    }

    private RawEntity receipt(WirePart message) {
        byte[] signed = message.parts().get(0).whole().getBytes(ISO_8859_1);
        String mic = RawEntity.mic(signed, "SHA-256") + ", sha-256";
        return PlayedPartner.report(message.header("Message-ID"), "processed", mic).signed(acme);
    }
}
