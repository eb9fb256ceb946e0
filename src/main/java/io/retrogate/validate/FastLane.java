package io.retrogate.validate;

import io.retrogate.edi.Standard;
import io.retrogate.edi.lane.TransactionIndex;
import io.xlate.edi.schema.Schema;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
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
    static final long SHADOW_EVERY = 5000;

    /** A set larger than this is streamed through StAEDI. */
    private static final long LARGEST = 32L << 20;

    /** An index with room for more is better made anew. */
    private static final int LARGEST_KEPT = 1 << 20;

    private final BiFunction<Schema, Standard, Optional<CompiledSchema>> compiler;
    private final long shadowEvery;
    private final Map<Schema, Optional<CompiledSchema>> compiled = new ConcurrentHashMap<>();
    private final AtomicLong sure = new AtomicLong();
    private final BlockingQueue<TransactionIndex> idle = new ArrayBlockingQueue<>(64);

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

    /** What the lane has compiled of a schema; empty if it leaves all its documents to StAEDI. */
    Optional<CompiledSchema> plan(Schema schema, Standard standard) {
        return compiled.computeIfAbsent(schema, s -> compiler.apply(s, standard));
    }

    /** One to be given back. */
    TransactionIndex index() {
        var waiting = idle.poll();
        return waiting == null ? new TransactionIndex() : waiting;
    }

    void giveBack(TransactionIndex index) {
        if (index.capacity() <= LARGEST_KEPT) {
            idle.offer(index);
        }
    }

    /** Counts a set that is surely valid. */
    Word sureOfOne() {
        return sure.incrementAndGet() % shadowEvery == 0 ? Word.SHADOWED : Word.SURELY_VALID;
    }

    Word on(Schema schema, TransactionSlice slice) throws IOException {
        if (slice.length() > LARGEST) {
            return Word.DOUBTFUL;
        }
        var plan = plan(schema, slice.draft().type.standard());
        if (plan.isEmpty()) {
            return Word.DOUBTFUL;
        }
        var bytes = slice.bytes();
        var index = index();
        try {
            return slice.repertoire().countsBytes(bytes, 0, bytes.length)
                            && index.read(bytes, 0, bytes.length, slice.delimiters())
                            && plan.get().surelyValid(index)
                    ? sureOfOne()
                    : Word.DOUBTFUL;
        } finally {
            giveBack(index);
        }
    }

    /** How many transaction sets were surely valid so far. */
    long sure() {
        return sure.get();
    }
}
