package io.retrogate.receive;

import io.retrogate.ledger.Arrival;
import java.nio.file.Path;

/** A partner's file on its way through a route of its folder; only the intake can take it. */
final class Offer {

    static final String PROPERTY = "RetrogateOffer";

    private final String partner;
    private final Arrival.Channel way;
    private final String name;
    private final Path file;
    private volatile boolean taken;
    private volatile boolean refused;

    Offer(String partner, Arrival.Channel way, String name, Path file) {
        this.partner = partner;
        this.way = way;
        this.name = name;
        this.file = file;
    }

    String partner() {
        return partner;
    }

    /** Twice does no harm: the same bytes are one transmission. */
    void take(FileIntake intake) {
        refused = true;
        intake.take(partner, way, name, file);
        taken = true;
    }

    boolean taken() {
        return taken;
    }

    /** Whether the intake was asked and could not: then the file comes again by itself. */
    boolean refused() {
        return refused && !taken;
    }
}
