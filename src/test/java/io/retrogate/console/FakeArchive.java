package io.retrogate.console;

import io.retrogate.archive.Archive;
import io.retrogate.archive.ArchiveAddress;
import io.retrogate.archive.Archived;
import io.retrogate.edi.Content;
import io.retrogate.edi.GatewayException;
import io.retrogate.edi.ProblemCode;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** An archive in memory; text by address. */
final class FakeArchive implements Archive {

    final Map<String, String> kept = new HashMap<>();

    enum Problem implements ProblemCode {
        GONE;

        @Override
        public String id() {
            return "ARC-002";
        }

        @Override
        public String remedy() {
            return "Restore the archive.";
        }

        @Override
        public Retry retry() {
            return Retry.NEVER;
        }
    }

    @Override
    public Archived store(InputStream bytes) {
        throw new UnsupportedOperationException("the console only reads");
    }

    @Override
    public Content open(ArchiveAddress address) {
        var text = kept.get(address.value());
        if (text == null) {
            throw new GatewayException(Problem.GONE, address.value());
        }
        var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return new Content() {
            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }

            @Override
            public long size() {
                return bytes.length;
            }
        };
    }
}
