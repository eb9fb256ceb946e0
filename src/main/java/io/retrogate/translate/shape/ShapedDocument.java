package io.retrogate.translate.shape;

import io.retrogate.edi.Finding.Severity;
import io.retrogate.translate.message.TargetShape;
import io.retrogate.translate.value.CodeTable;
import io.retrogate.translate.value.Found;
import java.util.Optional;

/** The document that the values of a Smooks configuration come from. */
interface ShapedDocument {

    /** What a value means where it goes; the names of the standards for what stands beside it. */
    Found read(TargetShape shape, String text, Neighbours beside);

    /** Empty if there is no such table. */
    Optional<CodeTable> table(String name);

    /** In the form of a message's {@code source}; empty if that is not known. */
    String source(Object value);

    /** The same of a line or a segment as a whole. */
    String source(int part);

    /** Tells that a value is not what its member needs. */
    void unreadable(Severity severity, Flaw flaw);

    /** Time of day, zone and format of a date; empty where there is none. */
    record Neighbours(String time, String zone, String format) {
        static final Neighbours NONE = new Neighbours("", "", "");
    }

    /**
     * One value that cannot be read.
     *
     * @param value as the configuration gave it
     * @param part line or segment from 1; 0 if unknown
     * @param expected what should have stood there
     */
    record Flaw(Object value, String text, int part, String member, String expected) {}
}
