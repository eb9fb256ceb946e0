package io.retrogate.ledger;

import io.retrogate.edi.GatewayException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * That a data directory belongs to one running gateway: what a former life left in it is cleaned up
 * at the start, which must not happen under another one. The operating system lets go of it when
 * the process ends, however it ends.
 */
final class DataLock implements AutoCloseable {

    private final FileChannel file;

    private DataLock(FileChannel file) {
        this.file = file;
    }

    /** Fails with LGR-003 if another gateway has it. */
    static DataLock on(Path data) throws IOException {
        var channel =
                FileChannel.open(
                        data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return new DataLock(channel);
            }
        } catch (OverlappingFileLockException e) {
            // Another gateway in this very process.
        }
        channel.close();
        throw new GatewayException(LedgerProblem.DATA_IN_USE, data.toString());
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
