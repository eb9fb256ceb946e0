package io.retrogate.as2.interop;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.retrogate.as2.As2Certificates;
import io.retrogate.as2.As2Link;
import io.retrogate.as2.As2Message;
import io.retrogate.as2.As2Outcome;
import io.retrogate.as2.As2Outcome.State;
import io.retrogate.as2.As2Policy;
import io.retrogate.as2.As2Sender;
import io.retrogate.as2.As2Sender.Beforehand;
import io.retrogate.as2.PeerTls;
import io.retrogate.as2.Spools;
import io.retrogate.as2.conformance.Agreements;
import io.retrogate.edi.FileContent;
import io.retrogate.ledger.AwaitedReceipts.Arrived;
import io.retrogate.receive.As2Front;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** We send to a peer, and judge its receipt. */
final class FromUs {

    private static final String STALE = "HTTP/1.1 header parser received no bytes";

    private final InteropStage stage;
    private final As2Sender sender;

    FromUs(InteropStage stage) {
        this.stage = stage;
        this.sender = new As2Sender(new Spools(stage.folder.resolve("sent")), Clock.systemUTC());
    }

    /** What was not as it should be; empty if all was. */
    String play(InteropCase one) throws Exception {
        String wrong = once(one);
        if (wrong.endsWith(STALE)) {
            // A race that it does not always win, see O3.
            return once(one);
        }
        return wrong;
    }

    private String once(InteropCase one) throws Exception {
        Path document = stage.document();
        var peer = stage.peer(one.peer());
        String messageId = "<" + UUID.randomUUID() + "@retrogate>";
        URI url =
                URI.create(
                        "http://127.0.0.1:"
                                + peer.messages()
                                + one.peer().path(one.form(), one.compression()));
        As2Front front = one.wanted().option.equals("signed") ? stage.front : stage.lenient;
        As2Link link =
                new As2Link(
                        stage.ours.identity(),
                        Agreements.OURS,
                        one.peer().folder,
                        url,
                        Optional.of(front.url()).filter(u -> one.wanted().later),
                        Optional.empty(),
                        PeerTls.USUAL,
                        policy(one),
                        As2Certificates.active(List.of(peer.party().certificate())));
        As2Message message =
                new As2Message(
                        messageId,
                        "document",
                        document.getFileName().toString(),
                        "application/edi-x12",
                        new FileContent(document));

        front.refused.clear();
        As2Outcome outcome =
                sender.send(link, message, InteropStage.PATIENCE, expecting(front, messageId));

        String receipt = outcome.state() + " " + outcome.detail();
        if (outcome.state() == State.RECEIPT_AWAITED) {
            receipt = later(front, messageId);
        }
        if (!receipt.startsWith(State.RECEIPT_VERIFIED + " ")) {
            return receipt;
        }
        JsonNode received =
                peer.process()
                        .next(
                                line ->
                                        line.path("event").asText().equals("received")
                                                && line.path("messageId")
                                                        .asText()
                                                        .equals(messageId),
                                InteropStage.PATIENCE);
        return received.get("sha256").asText().equals(sha256(document))
                ? ""
                : "other bytes arrived";
    }

    private static Beforehand expecting(As2Front front, String messageId) {
        return mic -> {
            front.receipts.expect(messageId, mic.toString());
            return true;
        };
    }

    /** What the receipt on a connection of its own was judged to be. */
    private static String later(As2Front front, String messageId) {
        await().atMost(InteropStage.PATIENCE)
                .until(
                        () ->
                                front.receipts.about(messageId).isPresent()
                                        || !front.refused.isEmpty());
        return front.receipts
                .about(messageId)
                .map(Arrived::judgement)
                .orElseGet(() -> "its receipt was refused: " + front.refused);
    }

    private static As2Policy policy(InteropCase one) {
        As2Policy strict = As2Policy.strict();
        return new As2Policy(
                true,
                true,
                Set.of("sha-1", "sha-256", "sha-384", "sha-512"),
                strict.ciphers(),
                one.form().signed ? one.digest() : "",
                one.form().encrypted ? one.cipher() : "",
                As2Policy.Compression.values()[one.compression().ordinal()],
                one.wanted().option.equals("signed"),
                strict.maxBytes(),
                strict.maxInflateRatio());
    }

    private static String sha256(Path file) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        return HexFormat.of().formatHex(digest);
    }
}
