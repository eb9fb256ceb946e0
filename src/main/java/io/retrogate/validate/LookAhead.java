package io.retrogate.validate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Judges the sets of a large content on several threads before the reader comes to them. What it
 * knows of an offset holds however the reader got there, and with anything that it does not know
 * the reader does as if it were not here: so nothing depends on the threads but the time it takes.
 */
final class LookAhead implements AutoCloseable {

    /** In a smaller content, starting the threads costs more than they gain. */
    static final long WORTH_IT = 4 << 20;

    /** So many bytes are looked at by each thread at once. */
    private static final int STRETCH = 1 << 18;

    /** Fewer bytes are not worth the threads. */
    private static final int LEAST = 1 << 16;

    /** More threads would wait for the reader, and take room. */
    private static final int MOST_THREADS = 32;

    private final FastLane lane;
    private final int threads;
    private final Deque<Sure> known = new ArrayDeque<>();
    private @Nullable ExecutorService workers;
    private @Nullable Certainty certainty;
    private @Nullable Lookout next;
    private long until;

    LookAhead(FastLane lane, int threads) {
        this.lane = lane;
        this.threads = Math.min(threads, MOST_THREADS);
    }

    /**
     * A set of which there is surely nothing to be said.
     *
     * @param start offset of its header in the content
     * @param end offset behind its trailer
     */
    record Sure(long start, long end, int segments) {}

    /** The set of which the reader just passed the header; null if it has to be read. */
    @Nullable Sure at(RawSegment header, Certainty asked, SegmentReader reader) throws IOException {
        if (threads == 1) {
            return null;
        }
        if (header.start() >= until) {
            goOn(header, asked, reader);
        }
        while (!known.isEmpty() && known.element().start() < header.start()) {
            known.remove();
        }
        boolean found =
                !known.isEmpty()
                        && known.element().start() == header.start()
                        && asked.equals(certainty);
        return found ? known.remove() : null;
    }

    /** Takes what was looked at meanwhile, and has the threads look at what comes behind. */
    private void goOn(RawSegment header, Certainty asked, SegmentReader reader) throws IOException {
        var due = next;
        if (due != null) {
            due.await();
        }
        if (due == null || due.until() <= header.start() || !asked.equals(certainty)) {
            certainty = asked;
            due = begin(header, header.start(), reader);
            due.await();
        }
        known.clear();
        known.addAll(due.sure());
        until = due.until();
        // A set that is longer than a block is read; behind it the threads begin anew.
        boolean more = until != Long.MAX_VALUE && until > header.start();
        next = more ? begin(header, until, reader) : null;
    }

    private Lookout begin(RawSegment header, long start, SegmentReader reader) throws IOException {
        var asked = Objects.requireNonNull(certainty);
        int most = threads * STRETCH;
        var block = reader.ahead(header, start, most);
        boolean last = block.length() < most;
        var lookout = new Lookout(last ? Long.MAX_VALUE : block.offset(block.to()));
        if (block.length() >= LEAST) {
            var tag = header.tag(asked.delimiters()).getBytes(StandardCharsets.ISO_8859_1);
            int from = block.from();
            for (int left = threads; left > 0; left--) {
                int to = from + (block.to() - from) / left;
                lookout.begin(new Stretch(block, from, to, asked, lane, tag), crew());
                from = to;
            }
        }
        return lookout;
    }

    private ExecutorService crew() {
        var crew = workers;
        if (crew == null) {
            crew = Executors.newFixedThreadPool(threads, LookAhead::daemon);
            workers = crew;
        }
        return crew;
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "validate");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        if (workers != null) {
            workers.shutdownNow();
        }
    }
}
