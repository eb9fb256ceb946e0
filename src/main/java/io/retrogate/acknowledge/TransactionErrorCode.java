package io.retrogate.acknowledge;

import io.retrogate.edi.DocumentProblem;
import io.retrogate.edi.Position;

/** AK502 to AK506: X12 element 718, Transaction Set Syntax Error Code. */
final class TransactionErrorCode {

    private static final String NONE = "";

    private TransactionErrorCode() {}

    /** Empty if the problem is not one of a transaction set; a segment in error is. */
    static String of(DocumentProblem problem, Position position) {
        return switch (problem) {
            case TRANSACTION_UNSUPPORTED, VERSION_UNSUPPORTED, FUNCTIONAL_GROUP_UNSUPPORTED -> "1";
            case TRANSACTION_TRAILER_MISSING -> "2";
            case TRANSACTION_CONTROL_NUMBER_MISMATCH -> "3";
            case TRANSACTION_CONTROL_COUNT_MISMATCH -> "4";
            // The table has no word for a set whose only fault is another's.
            case TRANSACTION_HELD_BACK -> "5";
            // "One or more segments in error".
            case SEGMENT_UNKNOWN,
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
                    GUIDE_SEGMENT_TOO_OFTEN,
                    FINDINGS_CAPPED ->
                    "5";
            // 6 is about ST01, 7 about ST02.
            case TRANSACTION_HEADER_INVALID -> position.element() == 2 ? "7" : "6";
            case TRANSACTION_CONTROL_NUMBER_DUPLICATE -> "23";
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
                    ENVELOPE_ELEMENT_INVALID ->
                    NONE;
        };
    }
}
