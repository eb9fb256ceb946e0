package io.retrogate.as2;

import io.retrogate.edi.ProblemCode;

/** What can keep this package from doing its work; a wrong message is a {@link Refusal} instead. */
public enum As2Problem implements ProblemCode {
    SPOOL_FAILED(
            "AS2-001", "Check free space and permissions of the temporary folder.", Retry.LATER),
    SIGNING_FAILED("AS2-002", "Check that our key and certificate belong together.", Retry.NEVER),
    NO_ENCRYPTION_CERTIFICATE(
            "AS2-003",
            "Import a certificate of the partner that is valid now and may encrypt, as the active one; the delivery then goes on by itself.",
            Retry.LATER),
    UNKNOWN_ALGORITHM("AS2-004", "Correct signing or encryption in the agreement.", Retry.NEVER),
    IDENTITY_UNREADABLE(
            "AS2-005",
            "Check the PKCS#12 file, its password and that it holds one key.",
            Retry.NEVER);

    private final String id;
    private final String remedy;
    private final Retry retry;

    As2Problem(String id, String remedy, Retry retry) {
        this.id = id;
        this.remedy = remedy;
        this.retry = retry;
    }

    @Override
    public String id() {
        return id;
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
