package io.retrogate.ledger;

import io.retrogate.edi.Standard;

/**
 * What a partner's acknowledgement says of one interchange, group or transaction set that we sent,
 * by the numbers that we gave it; a number is empty if the acknowledgement does not name it.
 *
 * @param form {@code TA1}, {@code 997}, {@code 999}, {@code CONTRL}, {@code 824} or {@code APERAK}
 * @param groupCode GS01, to tell groups of the same number apart
 * @param document BGN02, BSN02, BGM 1004: how a business answer names a document
 * @param contents whether it is also said of everything within
 * @param detail the codes as received, for people
 */
public record PartnerJudgement(
        String form,
        Standard standard,
        Level level,
        String interchange,
        String groupCode,
        String group,
        String transaction,
        String document,
        Word word,
        boolean contents,
        String detail) {

    public enum Level {
        INTERCHANGE,
        GROUP,
        TRANSACTION
    }

    /** From the mildest to the gravest. */
    public enum Word {
        /** It has arrived; not judged yet. */
        RECEIVED,
        ACCEPTED,
        ACCEPTED_WITH_ERRORS,
        PARTLY_ACCEPTED,
        REJECTED
    }
}
