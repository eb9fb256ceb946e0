package io.retrogate.as2;

/** Leaves the taking apart of a message at the point where it turns out to be wrong. */
final class MessageRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final Refusal refusal;
    private final String detail;

    MessageRefused(Refusal refusal, String detail) {
        super(refusal.modifier() + ": " + detail);
        this.refusal = refusal;
        this.detail = detail;
    }

    MessageRefused(Refusal refusal, Exception cause) {
        super(refusal.modifier() + ": " + cause.getMessage(), cause);
        this.refusal = refusal;
        Throwable root = cause.getCause() == null ? cause : cause.getCause();
        this.detail = cause.getMessage() + (root == cause ? "" : " " + root.getMessage());
    }

    Refusal refusal() {
        return refusal;
    }

    String detail() {
        return detail;
    }
}
