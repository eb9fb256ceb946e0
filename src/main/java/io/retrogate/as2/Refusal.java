package io.retrogate.as2;

import java.util.Optional;

/**
 * Why a message is refused, as the disposition modifiers of RFC 4130 §7.4.3 and §7.5.5 (and {@code
 * unknown-trading-relationship} of its successor) name it.
 */
public enum Refusal {
    AUTHENTICATION_FAILED("processed/Error", "authentication-failed"),
    INTEGRITY_CHECK_FAILED("processed/Error", "integrity-check-failed"),
    DECRYPTION_FAILED("processed/Error", "decryption-failed"),
    DECOMPRESSION_FAILED("processed/Error", "decompression-failed"),
    INSUFFICIENT_SECURITY("processed/Error", "insufficient-message-security"),
    UNKNOWN_RELATIONSHIP("processed/Error", "unknown-trading-relationship"),
    DUPLICATE_DOCUMENT("processed/Error", "duplicate-document"),
    UNEXPECTED("processed/Error", "unexpected-processing-error"),
    UNSUPPORTED_FORMAT("failed/Failure", "unsupported format"),
    UNSUPPORTED_MIC("failed/Failure", "unsupported MIC-algorithms");

    private final String kind;
    private final String modifier;

    Refusal(String kind, String modifier) {
        this.kind = kind;
        this.modifier = modifier;
    }

    /** For example {@code authentication-failed}. */
    public String modifier() {
        return modifier;
    }

    /** The value of the Disposition field (RFC 8098 §3.2.6) for this refusal, or for success. */
    static String disposition(Optional<Refusal> refusal) {
        return "automatic-action/MDN-sent-automatically; "
                + refusal.map(r -> r.kind + ": " + r.modifier).orElse("processed");
    }
}
