package io.retrogate.as2;

import java.util.Optional;

/** Which identity we use under one of our names. */
@FunctionalInterface
public interface As2Identities {

    /** The name as in AS2-To of a message to us, unquoted; empty if that is nobody of ours. */
    Optional<As2Identity> named(String ownName);
}
