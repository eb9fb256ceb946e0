package io.retrogate.ledger;

/** Kills this process at one armed moment; armed by tests only, and never by default. */
@FunctionalInterface
public interface Failpoints {

    void reach(Failpoint point);

    static Failpoints none() {
        return point -> {};
    }
}
