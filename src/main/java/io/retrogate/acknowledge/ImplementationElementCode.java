package io.retrogate.acknowledge;

import io.retrogate.edi.DocumentProblem;

/** IK403: X12 element 621, Implementation Data Element Syntax Error Code, as of 005010. */
final class ImplementationElementCode {

    private static final String NONE = "";

    private ImplementationElementCode() {}

    /** Empty if the problem is not one of an element. */
    static String of(DocumentProblem problem) {
        return switch (problem) {
            case ELEMENT_MISSING -> "1";
            case ELEMENT_CONDITIONALLY_MISSING -> "2";
            case ELEMENTS_TOO_MANY -> "3";
            case ELEMENT_TOO_SHORT -> "4";
            case ELEMENT_TOO_LONG -> "5";
            case ELEMENT_CHARACTER_INVALID, CHARACTER_NOT_IN_REPERTOIRE -> "6";
            case ELEMENT_CODE_INVALID -> "7";
            case ELEMENT_DATE_INVALID -> "8";
            case ELEMENT_TIME_INVALID -> "9";
            case ELEMENTS_EXCLUDE_EACH_OTHER -> "10";
            case REPETITIONS_TOO_MANY -> "12";
            case COMPONENTS_TOO_MANY -> "13";
            // "Implementation dependent data element missing": the standard does not ask for it.
            case VALUE_REQUIRED, GUIDE_ELEMENT_MISSING -> "I9";
            // "Implementation pattern match failure": it cannot be read as what it stands for.
            case VALUE_INVALID,
                    LINE_COUNT_MISMATCH,
                    TOTAL_MISMATCH,
                    CHECK_DIGIT_WRONG,
                    PARENT_UNKNOWN,
                    LEVEL_NUMBER_REPEATED,
                    LEVEL_NUMBER_DESCENDS,
                    SERIALS_EXCEED_QUANTITY,
                    CODE_UNKNOWN,
                    GUIDE_ELEMENT_TOO_LONG ->
                    "I12";
            // "Code value not used in implementation", "implementation 'not used' element present".
            case GUIDE_CODE_FORBIDDEN -> "I6";
            case GUIDE_ELEMENT_FORBIDDEN -> "I10";
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
                    FINDINGS_CAPPED,
                    SEGMENT_UNKNOWN,
                    SEGMENT_UNEXPECTED,
                    SEGMENT_MISSING,
                    LOOP_OVER_MAXIMUM,
                    SEGMENT_OVER_MAXIMUM,
                    SEGMENT_NOT_IN_TRANSACTION,
                    SEGMENT_OUT_OF_SEQUENCE,
                    GUIDE_SEGMENT_MISSING,
                    GUIDE_SEGMENT_FORBIDDEN,
                    GUIDE_SEGMENT_TOO_OFTEN ->
                    NONE;
        };
    }
}
