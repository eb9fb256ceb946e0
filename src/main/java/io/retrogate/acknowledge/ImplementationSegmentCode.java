package io.retrogate.acknowledge;

import io.retrogate.edi.DocumentProblem;

/**
 * IK304: X12 element 620, Implementation Segment Syntax Error Code, as of 005010. Its codes 1 to 8
 * are those of element 720; I4 to I9 are about what only a guide asks for.
 */
final class ImplementationSegmentCode {

    private static final String NONE = "";

    private ImplementationSegmentCode() {}

    /** Empty if the problem is not one of a segment. */
    static String of(DocumentProblem problem) {
        return switch (problem) {
            case SEGMENT_UNKNOWN -> "1";
            case SEGMENT_UNEXPECTED -> "2";
            case SEGMENT_MISSING -> "3";
            case LOOP_OVER_MAXIMUM -> "4";
            case SEGMENT_OVER_MAXIMUM -> "5";
            case SEGMENT_NOT_IN_TRANSACTION -> "6";
            case SEGMENT_OUT_OF_SEQUENCE -> "7";
            // "Implementation 'not used' segment present", "segment below minimum use".
            case GUIDE_SEGMENT_FORBIDDEN -> "I4";
            case GUIDE_SEGMENT_MISSING -> "I8";
            // No code for a maximum that only the guide sets; 5 is the nearest.
            case GUIDE_SEGMENT_TOO_OFTEN -> "5";
            // "Segment has data element errors": IK4 says which.
            case ELEMENT_MISSING,
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
                    GUIDE_ELEMENT_MISSING,
                    GUIDE_ELEMENT_FORBIDDEN,
                    GUIDE_ELEMENT_TOO_LONG,
                    GUIDE_CODE_FORBIDDEN ->
                    "8";
            case INTERCHANGE_UNREADABLE,
                    INTERCHANGE_TRUNCATED,
                    SEGMENT_TERMINATOR_INVALID,
                    INTERCHANGE_CONTROL_NUMBER_MISMATCH,
                    INTERCHANGE_CONTROL_COUNT_MISMATCH,
                    GROUP_CONTROL_NUMBER_MISMATCH,
                    GROUP_CONTROL_COUNT_MISMATCH,
                    GROUP_TRAILER_MISSING,
                    GROUP_CONTROL_NUMBER_DUPLICATE,
                    SENDER_UNKNOWN,
                    RECEIVER_UNKNOWN,
                    DUPLICATE_INTERCHANGE,
                    FILE_UNREADABLE,
                    RECORD_INVALID,
                    ENVELOPE_ELEMENT_INVALID,
                    VERSION_UNSUPPORTED,
                    FUNCTIONAL_GROUP_UNSUPPORTED,
                    TRANSACTION_UNSUPPORTED,
                    TRANSACTION_TRAILER_MISSING,
                    TRANSACTION_HELD_BACK,
                    TRANSACTION_CONTROL_NUMBER_MISMATCH,
                    TRANSACTION_CONTROL_COUNT_MISMATCH,
                    TRANSACTION_CONTROL_NUMBER_DUPLICATE,
                    TRANSACTION_HEADER_INVALID,
                    FINDINGS_CAPPED ->
                    NONE;
        };
    }
}
