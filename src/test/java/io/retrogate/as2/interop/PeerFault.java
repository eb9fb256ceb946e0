package io.retrogate.as2.interop;

import io.retrogate.as2.interop.InteropCase.Compression;
import io.retrogate.as2.interop.InteropCase.Form;
import io.retrogate.as2.interop.InteropCase.Wanted;
import io.retrogate.as2.interop.InteropCase.Way;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a peer is known to do otherwise than the standards say. Where one is known it has to be
 * seen: a peer that has mended it fails the run, too.
 */
enum PeerFault {
    L1(
            Peer.AS2_LIB,
            Way.TO_US,
            "unsigned, set to compress before signing, with a receipt",
            one ->
                    !one.form().signed
                            && one.compression() == Compression.BEFORE
                            && one.wanted() != Wanted.NONE,
            "MIC: false|it did not take the receipt: ANSWERED HTTP status 404",
            "Its client expects the MIC of the compressed entity; RFC 5402 §4.1 wants that of the"
                    + " uncompressed one. Set to compress after signing, it agrees with us."),
    L2(
            Peer.AS2_LIB,
            Way.FROM_US,
            "AES-GCM",
            one -> one.cipher().endsWith("gcm"),
            "MIC_MISMATCH .*|other bytes arrived",
            "It knows no AuthEnvelopedData (RFC 5083), where AES-GCM belongs (RFC 8551), and its"
                    + " MIC is not that of the decrypted entity. It sends AES-GCM in EnvelopedData,"
                    + " which we read."),
    L3(
            Peer.AS2_LIB,
            Way.FROM_US,
            "signed and compressed before signing",
            one ->
                    one.form().signed
                            && one.compression() == Compression.BEFORE
                            && !(one.wanted() == Wanted.UNSIGNED_LATER
                                    && !one.digest().equals("sha-256")),
            "MIC_MISMATCH .*",
            "Its MIC is not that of the compressed entity, which is what was signed (RFC 5402 §4.1)."
                    + " The document arrives."),
    L4(
            Peer.AS2_LIB,
            Way.FROM_US,
            "signed with another digest than SHA-256, with an asynchronous, unsigned receipt",
            one -> false,
            "",
            "Its MIC is SHA-256, whatever the message is signed with. We have noted none by that"
                    + " and pass over it, so such a receipt proves that the message came, but not"
                    + " which bytes; where that matters, agree on signed receipts."),
    C1(
            Peer.CAMEL,
            Way.FROM_US,
            "AES-GCM",
            one -> one.cipher().endsWith("gcm"),
            "HTTP_ERROR HTTP status 500",
            "It knows no AuthEnvelopedData either: HTTP 500 without a receipt. It sends AES-GCM in"
                    + " EnvelopedData, which we read."),
    C2(
            Peer.CAMEL,
            Way.FROM_US,
            "signed and compressed before signing, with a signed receipt",
            one ->
                    one.form().signed
                            && one.compression() == Compression.BEFORE
                            && one.wanted() == Wanted.SIGNED,
            "MIC_MISMATCH .*",
            "Its MIC is that of the document, not that of the compressed entity, which is what was"
                    + " signed (RFC 5402 §4.1)."),
    C3(
            Peer.CAMEL,
            Way.FROM_US,
            "plain, not compressed",
            one ->
                    one.form() == Form.PLAIN
                            && one.compression() == Compression.NONE
                            && !one.wanted().later,
            "other bytes arrived",
            "Its consumer hands a plain message to the route as text in US-ASCII, which loses bytes"
                    + " above 7F. The MIC in its receipt is right."),
    C4(
            Peer.CAMEL,
            Way.TO_US,
            "any, after a hundred on one connection",
            one -> false,
            "",
            "It goes on using a connection that our server has closed, and said so with the hundredth"
                    + " answer (`Connection: close`). The send fails (`NoHttpResponseException`),"
                    + " nothing arrives, and the run sends again, with a new endpoint."),
    C5(
            Peer.CAMEL,
            Way.FROM_US,
            "any, with an asynchronous receipt",
            one -> one.wanted().later && !one.cipher().endsWith("gcm"),
            "its receipt was refused: \\[400(, 400)*\\]",
            "Its receipt has neither AS2-From nor AS2-To (`RequestAsynchronousMDN` writes only"
                    + " MIME-Version, AS2-Version, Message-ID and Recipient-Address); RFC 4130 §6.2"
                    + " wants both in every receipt, and no setting of it adds them. We refuse it"
                    + " (RCV-102), so agree on synchronous receipts."),
    O1(
            Peer.OPENAS2,
            Way.TO_US,
            "neither signed nor encrypted, compressed, with a signed receipt",
            one ->
                    one.form() == Form.PLAIN
                            && one.compression() != Compression.NONE
                            && one.wanted().option.equals("signed"),
            "it says: MIC not matched\\. Forcing Resend; .*MIC: null",
            "It expects the MIC of the content without MIME headers; RFC 5402 §4.1 wants them"
                    + " in it."),
    O2(
            Peer.OPENAS2,
            Way.FROM_US,
            "neither signed nor encrypted, compressed, with a signed receipt",
            one ->
                    one.form() == Form.PLAIN
                            && one.compression() != Compression.NONE
                            && one.wanted().option.equals("signed"),
            "MIC_MISMATCH .*",
            "The same MIC without MIME headers in its receipt."),
    O3(
            Peer.OPENAS2,
            Way.FROM_US,
            "any, right after one with an asynchronous receipt, now and then",
            one -> false,
            "",
            "It closes the connection after HTTP 200 without having said so (`Connection: close`)."
                    + " What we send into it at that moment does not arrive; the run sends again, as"
                    + " a gateway does with the next attempt. Its HTTP 200 has the status as text in"
                    + " its body, too, which we pass over.");

    final Peer peer;
    final Way way;
    final String where;
    final String evidence;
    private final Predicate<InteropCase> known;
    private final String seen;

    PeerFault(
            Peer peer,
            Way way,
            String where,
            Predicate<InteropCase> known,
            String seen,
            String evidence) {
        this.peer = peer;
        this.way = way;
        this.where = where;
        this.known = known;
        this.seen = seen;
        this.evidence = evidence;
    }

    /** The first that is known of such a message. */
    static Optional<PeerFault> of(InteropCase one) {
        return Arrays.stream(values())
                .filter(fault -> fault.peer == one.peer() && fault.way == one.way())
                .filter(fault -> fault.known.test(one))
                .findFirst();
    }

    /** The pattern of what goes wrong. */
    String looks() {
        return seen;
    }
}
