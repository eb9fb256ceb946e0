package io.retrogate.acknowledge;

import io.retrogate.edi.DocumentProblem;

/** AK403: X12 element 723, Data Element Syntax Error Code, as of 004010 and 005010. */
final class ElementErrorCode {

    private static final String NONE = "";

    private ElementErrorCode() {}

    /**
     * Empty if the problem is not one of an element. 005010 has codes of their own for surplus
     * repetitions and components.
     */
    static String of(DocumentProblem problem, String version) {
        boolean fine = version.compareTo("005010") >= 0;
        return switch (problem) {
            case ELEMENT_MISSING, VALUE_REQUIRED, GUIDE_ELEMENT_MISSING -> "1";
            case ELEMENT_CONDITIONALLY_MISSING -> "2";
            case ELEMENTS_TOO_MANY, GUIDE_ELEMENT_FORBIDDEN -> "3";
            case REPETITIONS_TOO_MANY -> fine ? "12" : "3";
            case COMPONENTS_TOO_MANY -> fine ? "13" : "3";
            case ELEMENT_TOO_SHORT -> "4";
            case ELEMENT_TOO_LONG, GUIDE_ELEMENT_TOO_LONG -> "5";
            case ELEMENT_CHARACTER_INVALID, CHARACTER_NOT_IN_REPERTOIRE -> "6";
            // No code says "cannot be read as what it stands for"; 7 is the nearest.
            case ELEMENT_CODE_INVALID,
                    VALUE_INVALID,
                    GUIDE_CODE_FORBIDDEN,
                    LINE_COUNT_MISMATCH,
                    TOTAL_MISMATCH,
                    CHECK_DIGIT_WRONG,
                    PARENT_UNKNOWN,
                    LEVEL_NUMBER_REPEATED,
                    LEVEL_NUMBER_DESCENDS,
                    SERIALS_EXCEED_QUANTITY,
                    CODE_UNKNOWN ->
                    "7";
            case ELEMENT_DATE_INVALID -> "8";
            case ELEMENT_TIME_INVALID -> "9";
            case ELEMENTS_EXCLUDE_EACH_OTHER -> "10";
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
