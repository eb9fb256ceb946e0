package io.retrogate.acknowledge;

import io.retrogate.edi.DocumentProblem;
import io.retrogate.edi.Position;

/** AK905 to AK909: X12 element 716, Functional Group Syntax Error Code. */
final class GroupErrorCode {

    private static final String NONE = "";

    private GroupErrorCode() {}

    /** Empty if the problem is not one of a functional group. */
    static String of(DocumentProblem problem, Position position) {
        return switch (problem) {
            case FUNCTIONAL_GROUP_UNSUPPORTED -> "1";
            case VERSION_UNSUPPORTED -> "2";
            case GROUP_TRAILER_MISSING, INTERCHANGE_TRUNCATED -> "3";
            case GROUP_CONTROL_NUMBER_MISMATCH -> "4";
            case GROUP_CONTROL_COUNT_MISMATCH -> "5";
            case GROUP_CONTROL_NUMBER_DUPLICATE -> "19";
            // 6 is about GS06; no code is about GS02 or GS03, which do not refuse the group.
            case ENVELOPE_ELEMENT_INVALID -> position.element() == 6 ? "6" : NONE;
            case INTERCHANGE_UNREADABLE,
                    SEGMENT_TERMINATOR_INVALID,
                    INTERCHANGE_CONTROL_NUMBER_MISMATCH,
                    INTERCHANGE_CONTROL_COUNT_MISMATCH,
                    SENDER_UNKNOWN,
                    RECEIVER_UNKNOWN,
                    DUPLICATE_INTERCHANGE,
                    FILE_UNREADABLE,
                    RECORD_INVALID,
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
                    GUIDE_ELEMENT_MISSING,
                    GUIDE_ELEMENT_FORBIDDEN,
                    GUIDE_ELEMENT_TOO_LONG,
                    GUIDE_CODE_FORBIDDEN,
                    GUIDE_SEGMENT_MISSING,
                    GUIDE_SEGMENT_FORBIDDEN,
                    GUIDE_SEGMENT_TOO_OFTEN ->
                    NONE;
        };
    }
}
