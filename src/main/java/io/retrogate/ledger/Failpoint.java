package io.retrogate.ledger;

/** The moments between the durable steps of one document's way, at which a test may kill us. */
public enum Failpoint {
    /** The body is being read; nothing is kept yet. */
    BODY_RECEIVED,
    /** F1: the bytes are in the archive. */
    ARCHIVED,
    /** The MDN is built and signed. */
    RECEIPT_SIGNED,
    /** C1: message, receipt and outbox row are committed. */
    ACCEPTED,
    /** The MDN is on the wire, or the file was moved on the partner's server. */
    RECEIPT_SENT,
    /** C2 begins: outbox rows are claimed. */
    OUTBOX_CLAIMED,
    /** The broker has confirmed. */
    BROKER_CONFIRMED,
    /** C3: the outbox rows are marked sent. */
    OUTBOX_SENT,
    /** A worker has the message from the broker. */
    TRANSMISSION_TAKEN,
    /** F2: canonical messages are in the archive. */
    TRANSLATED,
    /** C4 in part: of a large transmission so much is committed, and more is to come. */
    INSTALMENT_SETTLED,
    /** C4: documents, acknowledgements and deliveries are committed. */
    SETTLED,
    /** A worker has a delivery from the broker. */
    DELIVERY_TAKEN,
    /** C6: the delivery is claimed under a lease. */
    CLAIMED,
    /** The endpoint or partner has answered. */
    EFFECT_DONE,
    /** C7: the outcome is committed. */
    OUTCOME_SETTLED,
    /** The sweeper has re-emitted what was stuck. */
    SWEPT
}
