package io.retrogate.acknowledge;

import io.retrogate.edi.DocumentProblem;
import io.retrogate.edi.Position;
import java.util.Set;

/** TA105: X12 element I18, Interchange Note Code. */
final class InterchangeNoteCode {

    private static final Set<String> CONTROL = Set.of("ISA", "GS", "ST", "SE", "GE");

    private InterchangeNoteCode() {}

    /** Every problem of an interchange has a note. */
    static String of(DocumentProblem problem, Position position) {
        return switch (problem) {
            case INTERCHANGE_CONTROL_NUMBER_MISMATCH -> "001";
            case VERSION_UNSUPPORTED -> "003";
            case SEGMENT_TERMINATOR_INVALID -> "004";
            case SENDER_UNKNOWN -> "006";
            case RECEIVER_UNKNOWN -> "009";
            case INTERCHANGE_CONTROL_COUNT_MISMATCH -> "021";
            case INTERCHANGE_UNREADABLE -> "022";
            case INTERCHANGE_TRUNCATED -> "023";
            // Whatever else was found at the level of the interchange lies in its content.
            case GROUP_CONTROL_NUMBER_MISMATCH,
                    GROUP_CONTROL_COUNT_MISMATCH,
                    GROUP_TRAILER_MISSING,
                    GROUP_CONTROL_NUMBER_DUPLICATE,
                    FUNCTIONAL_GROUP_UNSUPPORTED,
                    TRANSACTION_UNSUPPORTED,
                    TRANSACTION_TRAILER_MISSING,
                    TRANSACTION_HELD_BACK,
                    TRANSACTION_CONTROL_NUMBER_MISMATCH,
                    TRANSACTION_CONTROL_COUNT_MISMATCH,
                    TRANSACTION_CONTROL_NUMBER_DUPLICATE,
                    TRANSACTION_HEADER_INVALID,
                    SEGMENT_UNKNOWN,
                    SEGMENT_MISSING,
                    LOOP_OVER_MAXIMUM,
                    SEGMENT_OVER_MAXIMUM,
                    SEGMENT_NOT_IN_TRANSACTION,
                    SEGMENT_OUT_OF_SEQUENCE,
                    ELEMENT_MISSING,
                    ELEMENT_CONDITIONALLY_MISSING,
                    ELEMENTS_TOO_MANY,
                    COMPONENTS_TOO_MANY,
                    REPETITIONS_TOO_MANY,
                    ELEMENT_TOO_SHORT,
                    ELEMENT_TOO_LONG,
                    ELEMENT_CHARACTER_INVALID,
                    ELEMENT_CODE_INVALID,
                    ELEMENT_DATE_INVALID,
                    ELEMENT_TIME_INVALID,
                    ELEMENTS_EXCLUDE_EACH_OTHER,
                    CHARACTER_NOT_IN_REPERTOIRE,
                    VALUE_REQUIRED,
                    VALUE_INVALID,
                    LINE_COUNT_MISMATCH,
                    TOTAL_MISMATCH,
                    CHECK_DIGIT_WRONG,
                    PARENT_UNKNOWN,
                    LEVEL_NUMBER_REPEATED,
                    LEVEL_NUMBER_DESCENDS,
                    SERIALS_EXCEED_QUANTITY,
                    CODE_UNKNOWN,
                    FILE_UNREADABLE,
                    RECORD_INVALID,
                    GUIDE_ELEMENT_MISSING,
                    GUIDE_ELEMENT_FORBIDDEN,
                    GUIDE_ELEMENT_TOO_LONG,
                    GUIDE_CODE_FORBIDDEN,
                    GUIDE_SEGMENT_MISSING,
                    GUIDE_SEGMENT_FORBIDDEN,
                    GUIDE_SEGMENT_TOO_OFTEN,
                    FINDINGS_CAPPED ->
                    "024";
            case DUPLICATE_INTERCHANGE -> "025";
            case ENVELOPE_ELEMENT_INVALID -> ofElement(position);
            // "Invalid control structure", or else invalid content.
            case SEGMENT_UNEXPECTED -> CONTROL.contains(position.tag()) ? "022" : "024";
        };
    }

    private static String ofElement(Position position) {
        return switch (position.tag() + position.element()) {
            case "ISA1" -> "010";
            case "ISA2" -> "011";
            case "ISA3" -> "012";
            case "ISA4" -> "013";
            case "ISA5" -> "005";
            case "ISA6" -> "006";
            case "ISA7" -> "007";
            case "ISA8" -> "008";
            case "ISA9" -> "014";
            case "ISA10" -> "015";
            case "ISA11" -> "016";
            case "ISA12" -> "017";
            case "ISA13" -> "018";
            case "ISA14" -> "019";
            case "ISA15" -> "020";
            case "ISA16" -> "027";
            case "IEA1" -> "021";
            case "IEA2" -> "001";
            default -> position.tag().startsWith("G") ? "024" : "022";
        };
    }
}
