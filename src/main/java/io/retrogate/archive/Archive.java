package io.retrogate.archive;

import io.retrogate.edi.Content;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The store of everything that ever crossed the border, byte for byte. */
public interface Archive {

    /**
     * Keeps the bytes of the stream, which is read to its end. When this returns, they survive a
     * crash (file and directory fsynced), so the caller may tell the sender that we have them.
     *
     * @throws io.retrogate.edi.GatewayException ARC-001 if the store cannot keep them (disk full,
     *     I/O error): retry later
     * @throws IOException if reading {@code bytes} fails; nothing is kept then
     */
    Archived store(InputStream bytes) throws IOException;

    /**
     * Keeps several small contents with the same promise, each at an address of its own, in this
     * order. It may cost no more than keeping one.
     */
    default List<ArchiveAddress> storeAll(List<byte[]> contents) throws IOException {
        var addresses = new ArrayList<ArchiveAddress>();
        for (var content : contents) {
            addresses.add(store(new ByteArrayInputStream(content)).address());
        }
        return addresses;
    }

    /**
     * For the contents of one small message, which it may keep at the price of one; until then they
     * are in memory.
     */
    default Bundle bundle() {
        return Bundle.oneByOne(this);
    }

    /** The bytes at the address; opening them fails with ARC-002 if they are gone. */
    Content open(ArchiveAddress address);

    /** Files under this directory, which nobody else writes to. */
    static Archive inDirectory(Path directory) {
        return inDirectory(directory, "");
    }

    /**
     * Files under this directory, which is made if it is missing; what a crash left is cleaned.
     *
     * @param node tells us from the others that write to the same directory; may be empty
     */
    static Archive inDirectory(Path directory, String node) {
        return new FileArchive(directory.toAbsolutePath().normalize(), node, new LocalDisk());
    }
}
