package io.retrogate.archive;

import io.retrogate.edi.Content;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;

/** Waits in memory, and becomes one file; what turns out to be large gets a file of its own. */
final class FileBundle implements Bundle {

    private static final int LARGE = 1 << 18;

    private final FileArchive archive;
    private final ArchiveAddress file = FileArchive.newAddress();
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();

    FileBundle(FileArchive archive) {
        this.archive = archive;
    }

    @Override
    public Archived store(InputStream bytes) throws IOException {
        var content = bytes.readNBytes(LARGE);
        if (content.length == LARGE) {
            var begun = new ByteArrayInputStream(content);
            return archive.store(new SequenceInputStream(begun, bytes));
        }
        var address = FilePart.address(file, waiting.size(), content.length);
        waiting.writeBytes(content);
        var digest = FileArchive.sha256().digest(content);
        return new Archived(address, HexFormat.of().formatHex(digest), content.length);
    }

    @Override
    public Content open(ArchiveAddress address) {
        return FilePart.at(address)
                .filter(part -> part.whole().equals(file))
                .map(part -> part.of(Content.of(waiting.toByteArray())))
                .orElseGet(() -> archive.open(address));
    }

    @Override
    public void keep() {
        try {
            archive.store(new ByteArrayInputStream(waiting.toByteArray()), file);
        } catch (IOException e) {
            throw new UncheckedIOException("memory can be read", e);
        }
    }
}
