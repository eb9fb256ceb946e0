package io.retrogate.deliver;

import io.retrogate.ledger.Claim;

/** The same claim always gets the same file name, so a second upload replaces the first. */
final class FileNames {

    private FileNames() {}

    static String of(Claim claim) {
        return safe(claim.form())
                + "-"
                + safe(claim.subject())
                + "-"
                + safe(claim.idempotencyKey())
                + ".edi";
    }

    /** Nothing that a file system or an expression could understand as more than a name. */
    static String safe(String text) {
        return text.replaceAll("[^A-Za-z0-9_-]", "_");
    }
}
