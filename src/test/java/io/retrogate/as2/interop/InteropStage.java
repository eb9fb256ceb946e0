package io.retrogate.as2.interop;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.databind.JsonNode;
import io.retrogate.as2.As2Party;
import io.retrogate.as2.conformance.Agreements;
import io.retrogate.partner.PartnerFolders;
import io.retrogate.partner.TradingPartner;
import io.retrogate.peer.As2LibProcess;
import io.retrogate.peer.PeerProcess;
import io.retrogate.receive.As2Front;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Our reception, with a partner for each peer that is built, and the peers' processes. */
final class InteropStage implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String TERMS =
            """
            signing: { required: false }
            encryption: { required: false }
            legacy: [sha-1, 3des]
            mdn: { %sdeliverTo: ["http://127.0.0.1:%d/mdn"] }
            """;

    final As2Party ours = As2Party.named("interop-ours");
    final Path folder;
    final As2Front front;

    /** Of the same names and keys, where a receipt need not be signed. */
    final As2Front lenient;

    private final PartnerFolders partners;
    private final Map<Peer, As2Party> parties = new EnumMap<>(Peer.class);
    private final Map<Peer, Running> running = new EnumMap<>(Peer.class);
    private final AtomicInteger documents = new AtomicInteger();

    /** A peer's process, and where it receives. */
    record Running(PeerProcess process, As2Party party, int messages, int receipts) {}

    InteropStage(Path folder) throws Exception {
        this.folder = folder;
        Map<Peer, PeerProcess> started = new EnumMap<>(Peer.class);
        for (Peer peer : Peer.values()) {
            if (peer.built()) {
                parties.put(peer, As2Party.named("interop-" + peer.folder));
                started.put(peer, start(peer));
            }
        }
        for (Map.Entry<Peer, PeerProcess> one : started.entrySet()) {
            JsonNode ready = one.getValue().next(line -> line.has("ready"), PATIENCE);
            int receipts = ready.get("receipts").asInt();
            Peer peer = one.getKey();
            As2Party party = parties.get(peer);
            running.put(
                    peer, new Running(one.getValue(), party, ready.get("ready").asInt(), receipts));
        }
        partners = partners(folder, "");
        front = front("front", partners);
        lenient = front("lenient", partners(folder.resolve("lenient-partners"), "signed: false, "));
    }

    private As2Front front(String name, PartnerFolders known) throws Exception {
        return new As2Front(folder.resolve(name), known, known::identity, Clock.systemUTC());
    }

    /**
     * @param mdn what else is agreed of receipts
     */
    private PartnerFolders partners(Path under, String mdn) throws Exception {
        Agreements agreements = new Agreements(under).key(Agreements.OURS + ".p12", ours);
        for (Map.Entry<Peer, Running> one : running.entrySet()) {
            String peer = one.getKey().folder;
            String terms = TERMS.formatted(mdn, one.getValue().receipts());
            agreements.partner(peer, peer, terms, one.getValue().party());
        }
        PartnerFolders partners =
                PartnerFolders.under(
                        agreements.routes,
                        agreements.keys,
                        name -> null,
                        Clock.systemUTC(),
                        List.of());
        if (!partners.problems().isEmpty()) {
            throw new IllegalStateException(partners.problems().toString());
        }
        return partners;
    }

    private PeerProcess start(Peer peer) throws Exception {
        Path work = Files.createDirectories(folder.resolve(peer.folder + "-work"));
        return PeerProcess.start(
                peer.jar(),
                folder.resolve(peer.folder + ".log"),
                "--own",
                peer.folder,
                "--key",
                As2LibProcess.pkcs12(folder, parties.get(peer)),
                "--partner",
                Agreements.OURS + "=" + As2LibProcess.pem(folder, ours),
                "--work",
                work.toString());
    }

    Running peer(Peer peer) {
        return running.get(peer);
    }

    TradingPartner partner(Peer peer) {
        return partners.byAs2Names(peer.folder, Agreements.OURS).orElseThrow();
    }

    /** Never the same twice; with line ends of all kinds and bytes that are no characters. */
    Path document() throws IOException {
        int number = documents.incrementAndGet();
        String text =
                "ISA*00*          *00*\r\nST*180*%04d~\r\n".formatted(number)
                        + "BGN*00*\u00e9\u001c\u001d*\u0000\u00ff~\nN1*a\rb~\r\n\r\n".repeat(40)
                        + "SE*3*0001~\r\n";
        Path file = folder.resolve("document-" + number + ".x12");
        return Files.write(file, text.getBytes(ISO_8859_1));
    }

    @Override
    public void close() throws Exception {
        for (Running peer : running.values()) {
            peer.process().close();
        }
        front.close();
        lenient.close();
    }
}
