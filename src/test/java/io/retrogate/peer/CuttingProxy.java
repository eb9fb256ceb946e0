package io.retrogate.peer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/** Stands before a server on loopback and cuts a connection after so many of the server's bytes. */
public final class CuttingProxy implements AutoCloseable {

    private static final long NEVER = Long.MAX_VALUE;

    private final ServerSocket front;
    private final int server;
    private final AtomicLong left = new AtomicLong(NEVER);
    private final AtomicInteger cuts = new AtomicInteger();
    private volatile BooleanSupplier counting = () -> true;
    private volatile Runnable witness = () -> {};
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    public CuttingProxy(int server) throws IOException {
        this.server = server;
        front = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    public int port() {
        return front.getLocalPort();
    }

    /** Once; what comes after the cut flows freely. */
    public void cutAfter(long bytes) {
        left.set(bytes);
    }

    /**
     * The same, but only what comes once this is so counts; the witness hears of the cut before
     * anybody else can.
     */
    public void cutAfter(BooleanSupplier condition, long bytes, Runnable heard) {
        counting = condition;
        witness = heard;
        left.set(bytes);
    }

    public int cuts() {
        return cuts.get();
    }

    /** Also those that are open now. */
    public void cutNow() {
        left.set(NEVER);
        cuts.incrementAndGet();
        open.forEach(CuttingProxy::end);
    }

    private void accept() {
        while (!front.isClosed()) {
            try {
                Socket client = front.accept();
                Socket behind = new Socket(InetAddress.getLoopbackAddress(), server);
                open.add(client);
                open.add(behind);
                start(() -> pump(client, behind, false));
                start(() -> pump(behind, client, true));
            } catch (IOException e) {
                // The server is away, or we end.
            }
        }
    }

    private void pump(Socket from, Socket to, boolean counted) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[1024];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (counted && isCut(n)) {
                    break;
                }
                out.write(buffer, 0, n);
                out.flush();
            }
        } catch (IOException e) {
            // The other side has ended.
        } finally {
            end(from);
            end(to);
        }
    }

    private boolean isCut(int bytes) {
        if (left.get() == NEVER || !counting.getAsBoolean()) {
            return false;
        }
        long before = left.getAndUpdate(l -> l == NEVER ? NEVER : l < bytes ? NEVER : l - bytes);
        boolean cut = before != NEVER && before < bytes;
        if (cut) {
            witness.run();
            cuts.incrementAndGet();
        }
        return cut;
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void start(Runnable work) {
        var thread = new Thread(work, "cutting-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        front.close();
        open.forEach(CuttingProxy::end);
    }
}
