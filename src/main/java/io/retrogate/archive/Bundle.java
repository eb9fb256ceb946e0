package io.retrogate.archive;

import io.retrogate.edi.Content;
import java.io.IOException;
import java.io.InputStream;

/**
 * The contents of one message on their way into the archive. What is stored has its address at
 * once, and can be opened there; it survives a crash when {@link #keep} has returned, and must not
 * be promised before.
 */
public interface Bundle extends Archive {

    /**
     * Makes all that was stored durable; once, after the last.
     *
     * @throws io.retrogate.edi.GatewayException ARC-001 if the store cannot keep it; nothing is
     *     kept then
     */
    void keep();

    /** One whose contents are durable one by one, as soon as each is stored; for large ones. */
    static Bundle oneByOne(Archive archive) {
        return new Bundle() {
            @Override
            public Archived store(InputStream bytes) throws IOException {
                return archive.store(bytes);
            }

            @Override
            public Content open(ArchiveAddress address) {
                return archive.open(address);
            }

            @Override
            public void keep() {
                // Done already.
            }
        };
    }
}
