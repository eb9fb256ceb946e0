package io.retrogate.receive;

import io.retrogate.archive.Archive;
import io.retrogate.archive.ArchiveAddress;
import io.retrogate.archive.Archived;
import io.retrogate.archive.Bundle;
import io.retrogate.edi.Content;
import io.retrogate.edi.GatewayException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps bytes in memory, and can be told to fail from the n-th on as a full disk does. */
public final class RememberingArchive implements Archive {

    private final Map<ArchiveAddress, byte[]> kept = new ConcurrentHashMap<>();
    private final AtomicInteger stored = new AtomicInteger();
    private final AtomicInteger begun = new AtomicInteger();
    private volatile boolean broken;
    private volatile int failingFrom = Integer.MAX_VALUE;

    void failFrom(int nth) {
        failingFrom = nth;
    }

    /** Zero: that nothing more can be kept; one: the wire bytes, but not the document. */
    public void failAfter(int more) {
        failingFrom = stored.get() + more + 1;
    }

    public void recover() {
        failingFrom = Integer.MAX_VALUE;
        broken = false;
    }

    /** As a bug would do. */
    public void breakOpening() {
        broken = true;
    }

    public int size() {
        return kept.size();
    }

    /** How many bodies have begun to be kept, whether they came whole or not. */
    public int begun() {
        return begun.get();
    }

    public byte[] bytes(String address) {
        return kept.get(new ArchiveAddress(address));
    }

    @Override
    public Archived store(InputStream bytes) throws IOException {
        begun.incrementAndGet();
        byte[] all = bytes.readAllBytes();
        int nth = stored.incrementAndGet();
        if (nth >= failingFrom) {
            throw new GatewayException(As2ReceiveProblem.UNAVAILABLE, "no space left");
        }
        ArchiveAddress address = new ArchiveAddress("a" + nth);
        kept.put(address, all);
        return new Archived(address, sha256(all), all.length);
    }

    @Override
    public Content open(ArchiveAddress address) {
        if (broken) {
            throw new IllegalStateException("a bug");
        }
        return content(kept.get(address));
    }

    private static Content content(byte[] all) {
        return new Content() {
            @Override
            public InputStream open() {
                return new ByteArrayInputStream(all);
            }

            @Override
            public long size() {
                return all.length;
            }
        };
    }

    /** Nothing of it can be found in the archive before it is kept, or if that fails. */
    @Override
    public Bundle bundle() {
        return new Waiting();
    }

    private final class Waiting implements Bundle {

        private final Map<ArchiveAddress, byte[]> waiting = new LinkedHashMap<>();
        private int last;

        @Override
        public Archived store(InputStream bytes) throws IOException {
            begun.incrementAndGet();
            byte[] all = bytes.readAllBytes();
            last = stored.incrementAndGet();
            ArchiveAddress address = new ArchiveAddress("a" + last);
            waiting.put(address, all);
            return new Archived(address, sha256(all), all.length);
        }

        @Override
        public Content open(ArchiveAddress address) {
            return waiting.containsKey(address) && !broken
                    ? content(waiting.get(address))
                    : RememberingArchive.this.open(address);
        }

        @Override
        public void keep() {
            if (last >= failingFrom) {
                throw new GatewayException(As2ReceiveProblem.UNAVAILABLE, "no space left");
            }
            kept.putAll(waiting);
        }
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
