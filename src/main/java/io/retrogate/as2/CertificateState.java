package io.retrogate.as2;

/**
 * Where a certificate, or a key of ours, is in its life. The order is that life.
 *
 * <p>Who changes a key cannot make everybody change at one moment. So whatever has been exchanged
 * and not been retired is good for what comes in; what goes out uses the active one alone.
 */
public enum CertificateState {
    ANNOUNCED,
    ACTIVE,
    RETIRING,
    RETIRED;

    /** Whether a signature made with it counts, and what is encrypted for it can be read. */
    public boolean receives() {
        return this != RETIRED;
    }

    /** Whether we sign with it, if it is ours, or encrypt for it, if it is the partner's. */
    public boolean sends() {
        return this == ACTIVE;
    }
}
