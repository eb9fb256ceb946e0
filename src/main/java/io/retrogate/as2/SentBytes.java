package io.retrogate.as2;

import java.io.IOException;
import java.util.Optional;

/** A message whose bytes are still at hand, so that its MIC can be had by any algorithm. */
record SentBytes(String messageId, Slice covered) implements ReceiptCheck.Sent {

    @Override
    public Optional<Mic> mic(Mic theirs) throws MessageRefused {
        DigestAlgorithm digest =
                DigestAlgorithm.named(theirs.algorithm())
                        .orElseThrow(
                                () ->
                                        new MessageRefused(
                                                Refusal.UNSUPPORTED_MIC, theirs.algorithm()));
        try {
            return Optional.of(Mic.of(covered, digest, theirs.algorithm()));
        } catch (IOException e) {
            throw new MessageRefused(Refusal.UNEXPECTED, e);
        }
    }
}
