package io.retrogate.as2;

import io.retrogate.edi.Content;
import java.io.IOException;
import java.io.InputStream;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * A message taken apart, or the reason why that was refused. Its content lives until it is closed.
 */
public final class Unwrapped implements AutoCloseable {

    private final Optional<MimeEntity> document;
    private final Optional<Mic> mic;
    private final Optional<X509Certificate> signer;
    private final Optional<MessageRefused> refused;
    private final List<Spool> spools;

    Unwrapped(
            Optional<MimeEntity> document,
            Optional<Mic> mic,
            Optional<X509Certificate> signer,
            Optional<MessageRefused> refused,
            List<Spool> spools) {
        this.document = document;
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

    public String fileName() {
        return document.map(d -> d.headers().fileName()).orElse("");
    }

    public String contentType() {
        return document.map(d -> d.headers().contentType().value()).orElse("");
    }

    /**
     * The document without MIME headers and transfer encoding.
     *
     * @throws IOException on reading, if the transfer encoding is broken
     */
    public InputStream payload() throws IOException {
        return document.orElseThrow(() -> new IOException("the message was refused")).decoded();
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
