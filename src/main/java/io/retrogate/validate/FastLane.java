package io.retrogate.validate;

import io.retrogate.edi.Standard;
import io.retrogate.edi.lane.TransactionIndex;
import io.xlate.edi.schema.Schema;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Spares StAEDI what is surely valid; each schema is compiled once, and shared by all threads. */
final class FastLane {

    /** A set larger than this is streamed through StAEDI. */
    private static final long LARGEST = 32L << 20;

    private final boolean open;
    private final Map<Schema, Optional<CompiledSchema>> compiled = new ConcurrentHashMap<>();

    private final LongAdder spared = new LongAdder();

    private FastLane(boolean open) {
        this.open = open;
    }

    static FastLane compiled() {
        return new FastLane(true);
    }

    /** Leaves every transaction set to StAEDI. */
    static FastLane closed() {
        return new FastLane(false);
    }

    boolean surelyValid(Schema schema, TransactionSlice slice) throws IOException {
        if (!open || slice.length() > LARGEST) {
            return false;
        }
        var plan = compiled(schema, slice.draft().type.standard());
        if (plan.isEmpty()) {
            return false;
        }
        var bytes = slice.bytes();
        var index = new TransactionIndex();
        boolean sure =
                index.read(bytes, 0, bytes.length, slice.delimiters())
                        && plan.get().surelyValid(index);
        if (sure) {
            spared.increment();
        }
        return sure;
    }

    /** How many transaction sets StAEDI never saw. */
    long spared() {
        return spared.sum();
    }

    Optional<CompiledSchema> compiled(Schema schema, Standard standard) {
        return compiled.computeIfAbsent(schema, s -> SchemaCompiler.compile(s, standard));
    }
}
