package io.retrogate.validate;

import io.retrogate.edi.DocumentProblem;
import io.retrogate.edi.Position;
import io.xlate.edi.schema.EDISimpleType;
import java.util.Locale;
import java.util.Optional;

/** What was found and what was expected, in a sentence for somebody who does not read EDI. */
final class Explanations {

    private Explanations() {}

    static String of(
            DocumentProblem problem,
            Position position,
            String reference,
            int length,
            Optional<EDISimpleType> type) {
        var where = position.toString();
        return switch (problem) {
            case SEGMENT_UNKNOWN ->
                    "Segment " + position.tag() + " is in none of the documents that we know.";
            case SEGMENT_NOT_IN_TRANSACTION ->
                    "Segment " + position.tag() + " does not exist in this document.";
            case SEGMENT_UNEXPECTED -> "Segment " + position.tag() + " is not used here.";
            case SEGMENT_MISSING ->
                    "Segment "
                            + reference
                            + " is mandatory and should have come before "
                            + position.tag()
                            + ".";
            case LOOP_OVER_MAXIMUM ->
                    "The loop that starts with " + position.tag() + " repeats too often.";
            case SEGMENT_OVER_MAXIMUM -> "Segment " + position.tag() + " repeats too often.";
            case SEGMENT_OUT_OF_SEQUENCE ->
                    "Segment " + position.tag() + " comes too late or too early.";
            case ELEMENT_MISSING -> where + " is mandatory and empty.";
            case ELEMENT_CONDITIONALLY_MISSING ->
                    where + " is empty, but other elements of the segment require it.";
            case ELEMENTS_EXCLUDE_EACH_OTHER ->
                    where + " may not be filled together with another element of the segment.";
            case ELEMENTS_TOO_MANY -> "Segment " + position.tag() + " has surplus elements.";
            case COMPONENTS_TOO_MANY -> where + " has surplus components.";
            case REPETITIONS_TOO_MANY -> where + " repeats too often.";
            case ELEMENT_TOO_SHORT, ELEMENT_TOO_LONG ->
                    where + " has " + length + " characters" + lengths(type) + ".";
            case ELEMENT_CHARACTER_INVALID ->
                    where + " holds characters that do not fit" + kind(type) + ".";
            case ELEMENT_CODE_INVALID -> where + " is not in the code list.";
            case ELEMENT_DATE_INVALID -> where + " is no date of the calendar.";
            case ELEMENT_TIME_INVALID -> where + " is no time of day.";
            default -> where + " is not as the standard wants it.";
        };
    }

    private static String lengths(Optional<EDISimpleType> type) {
        return type.map(t -> lengths(t.getMinLength(), t.getMaxLength())).orElse("");
    }

    private static String lengths(long least, long most) {
        return least == most ? "; it must have " + least : "; allowed are " + least + " to " + most;
    }

    private static String kind(Optional<EDISimpleType> type) {
        return type.map(t -> " a value of type " + t.getBase().name().toLowerCase(Locale.ROOT))
                .orElse("");
    }
}
