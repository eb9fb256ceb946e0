package io.retrogate.archive;

import io.retrogate.edi.Content;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Pattern;

/** A content that shares its file with others: {@code ab/uuid@offset+length}. */
record FilePart(ArchiveAddress whole, long offset, int length) {

    private static final Pattern FORM = Pattern.compile("([^@]+)@(\\d{1,18})\\+(\\d{1,9})");

    static ArchiveAddress address(ArchiveAddress whole, long offset, int length) {
        return new ArchiveAddress(whole + "@" + offset + "+" + length);
    }

    /** Empty if the address means a whole file. */
    static Optional<FilePart> at(ArchiveAddress address) {
        var form = FORM.matcher(address.value());
        return form.matches()
                ? Optional.of(
                        new FilePart(
                                new ArchiveAddress(form.group(1)),
                                Long.parseLong(form.group(2)),
                                Integer.parseInt(form.group(3))))
                : Optional.empty();
    }

    Content of(Content file) {
        return new Content() {
            @Override
            public InputStream open() throws IOException {
                try (var in = file.open()) {
                    in.skipNBytes(offset);
                    return new ByteArrayInputStream(in.readNBytes(length));
                }
            }

            /** Asks the file, so that one that is gone is noticed. */
            @Override
            public long size() throws IOException {
                return Math.max(0, Math.min(length, file.size() - offset));
            }
        };
    }
}
