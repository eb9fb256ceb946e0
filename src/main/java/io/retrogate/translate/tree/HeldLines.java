package io.retrogate.translate.tree;

import io.retrogate.edi.DocumentLines;
import java.util.BitSet;

/** Lines of a document that are passed over when it is translated. */
public record HeldLines(DocumentLines lines, BitSet held) {

    /** Whether this segment belongs to one of them; segments count from ST or UNH, which is 1. */
    public boolean have(Segment segment) {
        int line = lines.at(segment.ordinal());
        return line != DocumentLines.NONE && held.get(line);
    }

    /** How many of them stand before the segment. */
    public int before(Segment segment) {
        int line = lines.at(segment.ordinal());
        return (int) held.stream().filter(it -> it < line).count();
    }
}
