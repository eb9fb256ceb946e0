package io.retrogate.translate;

/** One rule of a mapping: takes something from where it stands and writes it into the message. */
interface Rule {

    void apply(Spot here, Target target, Translation translation);
}
