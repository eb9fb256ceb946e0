package io.retrogate.edi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The content of a file, as tests have it. */
public record FileContent(Path file) implements Content {

    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(file);
    }

    @Override
    public long size() throws IOException {
        return Files.size(file);
    }
}
