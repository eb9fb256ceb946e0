package io.retrogate.validate;

import io.retrogate.edi.Content;
import io.retrogate.edi.Delimiters;
import io.retrogate.edi.DocumentLines;
import io.retrogate.edi.PlainEnvelope;
import io.retrogate.edi.PlainSegment;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The bytes of one transaction set, and the plainest envelope in which they can be read. */
record TransactionSlice(
        Content content,
        TransactionDraft draft,
        GroupDraft group,
        Delimiters delimiters,
        Repertoire repertoire) {

    /** The transaction set alone between a header and a trailer of ours. */
    InputStream enveloped() throws IOException {
        var envelope = new PlainEnvelope(draft.type, group.code, delimiters);
        return new SequenceInputStream(
                Collections.enumeration(
                        List.of(
                                bytes(envelope.header()),
                                OneByteEach.of(slice(), repertoire.characters(), delimiters),
                                bytes(envelope.trailer()))));
    }

    /** The set alone, from its header's tag to its trailer's terminator. */
    byte[] bytes() throws IOException {
        try (var slice = slice()) {
            return slice.readNBytes(Math.toIntExact(length()));
        }
    }

    long length() {
        return draft.end - draft.header.start();
    }

    /** The segments with these ordinals, counted from the header of the set, which is 1. */
    Map<Integer, RawSegment> segments(Set<Integer> ordinals) throws IOException {
        var found = new HashMap<Integer, RawSegment>();
        try (var bytes = slice()) {
            var reader = new SegmentReader(new ByteWindow(bytes, length()), delimiters);
            for (int i = 1; i <= draft.segments && found.size() < ordinals.size(); i++) {
                var segment = reader.next();
                if (segment.isEmpty()) {
                    break;
                }
                if (ordinals.contains(i)) {
                    found.put(i, placed(segment.get()));
                }
            }
        }
        return found;
    }

    DocumentLines lines() {
        return DocumentLines.of(
                draft.type,
                PlainSegment.read(content, draft.header.start(), draft.end, delimiters));
    }

    /** Of each segment, in order. */
    List<String> tags() throws IOException {
        var tags = new ArrayList<String>();
        try (var bytes = slice()) {
            var reader = new SegmentReader(new ByteWindow(bytes, length()), delimiters);
            for (var it = reader.next(); it.isPresent(); it = reader.next()) {
                tags.add(it.get().tag(delimiters));
            }
        }
        return tags;
    }

    private RawSegment placed(RawSegment local) {
        long start = draft.header.start();
        return new RawSegment(
                local.text(),
                start + local.start(),
                start + local.end(),
                draft.header.ordinal() + local.ordinal() - 1);
    }

    private InputStream slice() throws IOException {
        var in = content.open();
        in.skipNBytes(draft.header.start());
        return new Limited(in, length());
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The first bytes of a stream, as if they were all. */
    private static final class Limited extends InputStream {
        private final InputStream in;
        private long left;

        Limited(InputStream in, long length) {
            this.in = in;
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            if (left <= 0) {
                return -1;
            }
            left--;
            return in.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (left <= 0) {
                return -1;
            }
            int read = in.read(buffer, offset, (int) Math.min(length, left));
            left -= Math.max(read, 0);
            return read;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
