package io.retrogate.as2;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Takes an answer into a spool, and gives up when it is longer than any receipt is. */
final class LimitedBody implements BodySubscriber<Spool> {

    private final Spool spool;
    private final long limit;
    private final CompletableFuture<Spool> result = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;

    LimitedBody(Spool spool, long limit) {
        this.spool = spool;
        this.limit = limit;
    }

    @Override
    public CompletionStage<Spool> getBody() {
        return result;
    }

    @Override
    public void onSubscribe(Flow.Subscription started) {
        subscription = started;
        started.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        try (var sink = spool.sink()) {
            for (ByteBuffer buffer : buffers) {
                byte[] bytes = new byte[buffer.remaining()];
                buffer.get(bytes);
                sink.write(bytes);
            }
        } catch (IOException | RuntimeException e) {
            onError(e);
        }
        if (spool.size() > limit && subscription != null) {
            subscription.cancel();
            onError(new IOException("the answer is longer than " + limit + " bytes"));
        }
    }

    @Override
    public void onError(Throwable failure) {
        result.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        result.complete(spool);
    }
}
