package io.retrogate.receive;

import io.retrogate.edi.ProblemCode;

/** Why the AS2 front does not take a message in, each with the HTTP status it answers. */
enum As2ReceiveProblem implements ProblemCode {
    METHOD("RCV-101", 405, "Send AS2 messages with POST.", Retry.NEVER),
    HEADERS(
            "RCV-102",
            400,
            "Send AS2-From, AS2-To (1 to 128 printable ASCII characters) and Message-ID.",
            Retry.NEVER),
    EMPTY("RCV-103", 400, "Send a body.", Retry.NEVER),
    TOO_LARGE("RCV-104", 413, "Send less at once, or agree on a higher limit.", Retry.NEVER),
    TOO_SLOW("RCV-105", 408, "Send the message again.", Retry.LATER),
    CUT("RCV-106", 400, "Send the whole message again.", Retry.LATER),
    ASYNCHRONOUS(
            "RCV-107",
            400,
            "Agree on the address under as2.mdn.deliverTo, or leave out Receipt-Delivery-Option.",
            Retry.NEVER),
    REFUSED("RCV-108", 403, "Correct the message or the agreement, then send again.", Retry.NEVER),
    CONFLICT(
            "RCV-109",
            409,
            "Give every message its own Message-ID; this one came before with other content.",
            Retry.NEVER),
    UNAVAILABLE("RCV-110", 503, "Send the same message again later.", Retry.LATER),
    NO_IDENTITY(
            "RCV-111",
            503,
            "Give the agreement's own AS2 name a key and a certificate.",
            Retry.LATER),
    BUSY("RCV-114", 429, "Send fewer messages at once; this one again later.", Retry.LATER),
    LOGIN("RCV-115", 401, "Send the user and the password that are agreed.", Retry.NEVER),
    CLIENT_CERTIFICATE(
            "RCV-116",
            403,
            "Show the client certificate that is agreed under as2.tls.client, over TLS up to the gateway.",
            Retry.NEVER),
    RECEIPT_UNKNOWN(
            "RCV-112",
            400,
            "Send a receipt with the Original-Message-ID of a message that we sent to you.",
            Retry.NEVER),
    RECEIPT_UNPROVEN(
            "RCV-113",
            400,
            "Sign the receipt with a certificate that we have, as it was asked for.",
            Retry.NEVER);

    private final String id;
    private final int status;
    private final String remedy;
    private final Retry retry;

    As2ReceiveProblem(String id, int status, String remedy, Retry retry) {
        this.id = id;
        this.status = status;
        this.remedy = remedy;
        this.retry = retry;
    }

    @Override
    public String id() {
        return id;
    }

    int status() {
        return status;
    }

    @Override
    public String remedy() {
        return remedy;
    }

    @Override
    public Retry retry() {
        return retry;
    }
}
