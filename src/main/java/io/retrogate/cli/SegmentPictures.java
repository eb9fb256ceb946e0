package io.retrogate.cli;

import io.retrogate.edi.Finding;
import io.retrogate.edi.InterchangeReport;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Optional;

/** The pictures of one document, which stays open until all of its findings are told. */
record SegmentPictures(SeekableByteChannel channel) implements SegmentPicture.Source {

    @Override
    public Optional<SegmentPicture> of(InterchangeReport report, Finding finding) {
        if (report.header().isEmpty() || finding.position().offset() < 0) {
            return Optional.empty();
        }
        try {
            var delimiters = report.header().get().delimiters();
            return Optional.of(
                    SegmentPicture.read(
                            channel, report.start(), report.end(), delimiters, finding));
        } catch (IOException e) {
            return Optional.empty(); // the finding itself is more than nothing
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // everything has been read
        }
    }
}
