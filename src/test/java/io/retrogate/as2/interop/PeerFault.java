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
            "MIC_MISMATCH: .*",
            "It knows no AuthEnvelopedData (RFC 5083), where AES-GCM belongs (RFC 8551), and its"
                    + " MIC is not that of the decrypted entity. It sends AES-GCM in EnvelopedData,"
                    + " which we read."),
    L3(
            Peer.AS2_LIB,
            Way.FROM_US,
            "signed and compressed before signing",
            one -> one.form().signed && one.compression() == Compression.BEFORE,
            "MIC_MISMATCH: .*",
            "Its MIC is not that of the compressed entity, which is what was signed (RFC 5402 §4.1)."
                    + " The document arrives."),
    C1(
            Peer.CAMEL,
            Way.FROM_US,
            "AES-GCM",
            one -> one.cipher().endsWith("gcm"),
            "HTTP_ERROR: HTTP status 500",
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
            "MIC_MISMATCH: .*",
            "Its MIC is that of the document, not that of the compressed entity, which is what was"
                    + " signed (RFC 5402 §4.1)."),
    C3(
            Peer.CAMEL,
            Way.FROM_US,
            "plain, not compressed",
            one -> one.form() == Form.PLAIN && one.compression() == Compression.NONE,
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
                            && one.wanted() == Wanted.SIGNED,
            "MIC_MISMATCH: .*",
            "The same MIC without MIME headers in its receipt.");

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
