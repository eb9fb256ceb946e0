package io.retrogate.partner;

import java.util.Optional;

/**
 * Basic authentication of an AS2 agreement, beside signatures.
 *
 * @param theirs what each message of the partner has to carry; empty: nothing
 * @param ours what each message of ours carries; empty: nothing
 */
public record Logins(Optional<BasicLogin> theirs, Optional<BasicLogin> ours) {

    public static final Logins NONE = new Logins(Optional.empty(), Optional.empty());
}
