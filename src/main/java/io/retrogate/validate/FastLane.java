package io.retrogate.validate;

import io.retrogate.edi.Standard;
import io.retrogate.edi.lane.TransactionIndex;
import io.xlate.edi.schema.Schema;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;

/**
 * Spares StAEDI what is surely valid; each schema is compiled once, and shared by all threads. One
 * in so many sets that are surely valid goes to StAEDI all the same, to see whether that is so.
 */
final class FastLane {

    /** What the lane knows of a transaction set. */
    enum Word {
        SURELY_VALID,
        /** Surely valid, and to be judged by StAEDI nevertheless. */
        SHADOWED,
        DOUBTFUL
    }

    /** In production, one in so many is judged in both lanes. */
    static final long SHADOW_EVERY = 1000;

    /** A set larger than this is streamed through StAEDI. */
    private static final long LARGEST = 32L << 20;

    private final BiFunction<Schema, Standard, Optional<CompiledSchema>> compiler;
    private final long shadowEvery;
    private final Map<Schema, Optional<CompiledSchema>> compiled = new ConcurrentHashMap<>();
    private final AtomicLong sure = new AtomicLong();

    FastLane(BiFunction<Schema, Standard, Optional<CompiledSchema>> compiler, long shadowEvery) {
        this.compiler = compiler;
        this.shadowEvery = shadowEvery;
    }

    static FastLane compiled(long shadowEvery) {
        return new FastLane(SchemaCompiler::compile, shadowEvery);
    }

    /** Leaves every transaction set to StAEDI. */
    static FastLane closed() {
        return new FastLane((schema, standard) -> Optional.empty(), 1);
    }

    Word on(Schema schema, TransactionSlice slice) throws IOException {
        if (slice.length() > LARGEST) {
            return Word.DOUBTFUL;
        }
        var standard = slice.draft().type.standard();
        var plan = compiled.computeIfAbsent(schema, s -> compiler.apply(s, standard));
        if (plan.isEmpty()) {
            return Word.DOUBTFUL;
        }
        var bytes = slice.bytes();
        var index = new TransactionIndex();
        if (!index.read(bytes, 0, bytes.length, slice.delimiters())
                || !plan.get().surelyValid(index)) {
            return Word.DOUBTFUL;
        }
        return sure.incrementAndGet() % shadowEvery == 0 ? Word.SHADOWED : Word.SURELY_VALID;
    }

    /** How many transaction sets were surely valid so far. */
    long sure() {
        return sure.get();
    }
}
