package io.retrogate.translate;

/** One rule of a mapping: takes something from where it stands and writes it into the message. */
sealed interface Rule permits ValueRule, EachRule, NamedRule, NumberRule {

    void apply(Spot here, Target target, Translation translation);
}
