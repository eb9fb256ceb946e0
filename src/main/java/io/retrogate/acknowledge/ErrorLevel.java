package io.retrogate.acknowledge;

import io.retrogate.edi.DocumentProblem;

/** Where in an acknowledgement a problem is reported. */
enum ErrorLevel {
    /** TA1 and AK9, UCI and UCF. */
    ENVELOPE,
    /** AK5, UCM. */
    TRANSACTION,
    /** AK3, UCS. */
    SEGMENT,
    /** AK4, UCD. */
    ELEMENT;

    static ErrorLevel of(DocumentProblem problem) {
        return switch (problem) {
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
                    FUNCTIONAL_GROUP_UNSUPPORTED ->
                    ENVELOPE;
            case TRANSACTION_UNSUPPORTED,
                    TRANSACTION_TRAILER_MISSING,
                    TRANSACTION_HELD_BACK,
                    TRANSACTION_CONTROL_NUMBER_MISMATCH,
                    TRANSACTION_CONTROL_COUNT_MISMATCH,
                    TRANSACTION_CONTROL_NUMBER_DUPLICATE,
                    TRANSACTION_HEADER_INVALID,
                    FINDINGS_CAPPED ->
                    TRANSACTION;
            case SEGMENT_UNKNOWN,
                    SEGMENT_UNEXPECTED,
                    SEGMENT_MISSING,
                    LOOP_OVER_MAXIMUM,
                    SEGMENT_OVER_MAXIMUM,
                    SEGMENT_NOT_IN_TRANSACTION,
                    SEGMENT_OUT_OF_SEQUENCE,
                    GUIDE_SEGMENT_MISSING,
                    GUIDE_SEGMENT_FORBIDDEN,
                    GUIDE_SEGMENT_TOO_OFTEN ->
                    SEGMENT;
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
                    ELEMENT;
        };
    }
}
