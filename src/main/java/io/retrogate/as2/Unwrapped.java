package io.retrogate.as2;

import io.retrogate.edi.Content;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * A message taken apart, or the reason why that was refused. Its content lives until it is closed.
 */
public final class Unwrapped implements AutoCloseable {

    private final List<MessagePart> parts;
    private final Optional<Mic> mic;
    private final Optional<X509Certificate> signer;
    private final Optional<MessageRefused> refused;
    private final List<Spool> spools;

    Unwrapped(
            List<MessagePart> parts,
            Optional<Mic> mic,
            Optional<X509Certificate> signer,
            Optional<MessageRefused> refused,
            List<Spool> spools) {
        this.parts = List.copyOf(parts);
        this.mic = mic;
        this.signer = signer;
        this.refused = refused;
        this.spools = List.copyOf(spools);
    }

    /** Empty if the message is as agreed. */
    public Optional<Refusal> refusal() {
        return refused.map(MessageRefused::refusal);
    }

    /** One sentence about the refusal, for our own people; never sent to the partner. */
    public String detail() {
        return refused.map(MessageRefused::detail).orElse("");
    }

    /** Present if the bytes it covers could be reached. */
    public Optional<Mic> mic() {
        return mic;
    }

    /** Whose signature verified. */
    public Optional<X509Certificate> signer() {
        return signer;
    }

    /** What it carries, the root first; empty if it was refused. */
    public List<MessagePart> parts() {
        return parts;
    }

    /** Where large intermediate results are. */
    List<? extends Content> spools() {
        return spools;
    }

    @Override
    public void close() {
        spools.forEach(Spool::close);
    }
}
