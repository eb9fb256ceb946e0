package io.retrogate.as2.conformance;

/** What has to be shown, in the order of the table. */
enum ConformanceCase {
    A01("signed with SHA-256, AES-256-CBC, signed synchronous MDN"),
    A02("AES-128-CBC and AES-192-CBC; 3DES where a partner has leave"),
    A03("signed only, encrypted only, plain, where a partner has leave; the MIC of each"),
    A04("AuthEnvelopedData with AES-GCM"),
    A05("RSA-OAEP, RSA-PSS"),
    A06("SHA-1 where a partner has leave, SHA-256, SHA-384, SHA-512, in each spelling"),
    A07("a list of MIC algorithms: the first that is supported"),
    A08("a required MIC algorithm that is not supported"),
    A09("options of the receipt that are garbage or unknown: still a receipt"),
    A10("compressed before signing, base64 and binary: the MIC of what was signed"),
    A11("compressed after signing: the MIC of what was signed"),
    A12("compressed and not signed: the MIC of what was compressed"),
    A13("compressed twice; a compression bomb"),
    A14("an unsigned MDN, with MIC"),
    A15("no MDN asked for: 200 only after keeping the message, else 4xx"),
    A16("asynchronous signed MDN with its own AS2-From, AS2-To, Message-ID and Subject"),
    A17("where the asynchronous MDN goes is down, then up: tried again, delivered once"),
    A18("asynchronous and synchronous MDNs asked for on one connection: none gets the other's"),
    A19("an asynchronous MDN asked for at an address that is not agreed: refused and logged"),
    A20("content changed after signing: nothing is stored"),
    A21("a signer that is not agreed"),
    A22("the key of one partner under the name of another"),
    A23("no signer, two signers"),
    A24("a certificate that has expired, is not yet valid, or is retired"),
    A25("rollover: two certificates of the partner, two keys of ours"),
    A26("unknown AS2-From, unknown AS2-To: a signed MDN says so"),
    A27("encrypted for somebody else; CMS that is garbage"),
    A28("less security than agreed: not encrypted, not signed, weak algorithms"),
    A29("AS2 names quoted, with blanks, escaped, 128 characters; 129, other case"),
    A30("AS2-From, AS2-To or Message-ID missing: nothing is processed"),
    A31("the same Message-ID with the same content, encrypted again: stored once, same MDN"),
    A32("the same Message-ID with other content; the same one from another partner"),
    A33("copies of one message at the same time: one row, equal MDNs"),
    A34("storage fails, for now and for good: never a positive answer"),
    A35("killed before the commit, and between commit and MDN; then a resend"),
    A36("every byte counts: line ends at every offset, separators, encodings, folded headers"),
    A37("content types; spellings of the S/MIME type"),
    A38("several attachments, each with its name; EDIINT-Features; paths in names"),
    A39(
            "framing: chunked, 100-continue, 200 MB in 256 MB, wrong Content-Length, cut, too long, slow"),
    A40("as sender: no success without a verified MDN; retries keep the Message-ID");

    private final String asks;

    ConformanceCase(String asks) {
        this.asks = asks;
    }

    String asks() {
        return asks;
    }
}
