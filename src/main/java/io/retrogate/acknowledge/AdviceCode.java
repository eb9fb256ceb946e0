package io.retrogate.acknowledge;

import io.retrogate.edi.DocumentProblem;
import io.retrogate.edi.Finding;
import io.retrogate.edi.Finding.Severity;
import io.retrogate.edi.TransactionReport;

/**
 * TED01: X12 element 647, Application Error Condition Code. What has one is a business finding: the
 * syntax is right, and yet the document cannot be used as it is.
 */
final class AdviceCode {

    private static final String NONE = "";

    private AdviceCode() {}

    /** Empty if the problem is one of syntax, which 997, 999 and CONTRL speak of. */
    static String of(DocumentProblem problem) {
        return switch (problem) {
            // "Missing data" and "incorrect data".
            case VALUE_REQUIRED -> "007";
            case VALUE_INVALID,
                    LINE_COUNT_MISMATCH,
                    TOTAL_MISMATCH,
                    CHECK_DIGIT_WRONG,
                    CODE_UNKNOWN ->
                    "848";
            // "Invalid combination": levels that do not fit each other.
            case PARENT_UNKNOWN, LEVEL_NUMBER_REPEATED, LEVEL_NUMBER_DESCENDS -> "012";
            // "Missing or invalid item quantity".
            case SERIALS_EXCEED_QUANTITY -> "P";
            case INTERCHANGE_UNREADABLE,
                    INTERCHANGE_TRUNCATED,
                    SEGMENT_TERMINATOR_INVALID,
                    INTERCHANGE_CONTROL_NUMBER_MISMATCH,
                    INTERCHANGE_CONTROL_COUNT_MISMATCH,
                    GROUP_CONTROL_NUMBER_MISMATCH,
                    GROUP_CONTROL_COUNT_MISMATCH,
                    GROUP_TRAILER_MISSING,
                    SENDER_UNKNOWN,
                    RECEIVER_UNKNOWN,
                    DUPLICATE_INTERCHANGE,
                    FILE_UNREADABLE,
                    RECORD_INVALID,
                    ENVELOPE_ELEMENT_INVALID,
                    VERSION_UNSUPPORTED,
                    FUNCTIONAL_GROUP_UNSUPPORTED,
                    GROUP_CONTROL_NUMBER_DUPLICATE,
                    TRANSACTION_UNSUPPORTED,
                    TRANSACTION_TRAILER_MISSING,
                    TRANSACTION_HELD_BACK,
                    TRANSACTION_CONTROL_NUMBER_MISMATCH,
                    TRANSACTION_CONTROL_COUNT_MISMATCH,
                    TRANSACTION_CONTROL_NUMBER_DUPLICATE,
                    TRANSACTION_HEADER_INVALID,
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
                    FINDINGS_CAPPED,
                    CHARACTER_NOT_IN_REPERTOIRE,
                    GUIDE_SEGMENT_MISSING,
                    GUIDE_SEGMENT_FORBIDDEN,
                    GUIDE_SEGMENT_TOO_OFTEN,
                    GUIDE_ELEMENT_MISSING,
                    GUIDE_ELEMENT_FORBIDDEN,
                    GUIDE_ELEMENT_TOO_LONG,
                    GUIDE_CODE_FORBIDDEN ->
                    NONE;
        };
    }

    /** Of a finding that costs a line, whatever it is about: "missing data" or "incorrect data". */
    static String ofLine(DocumentProblem problem) {
        var own = of(problem);
        return switch (problem) {
            case ELEMENT_MISSING, ELEMENT_CONDITIONALLY_MISSING, GUIDE_ELEMENT_MISSING -> "007";
            default -> own.isEmpty() ? "848" : own;
        };
    }

    static boolean isBusiness(Finding finding) {
        return !of(finding.problem()).isEmpty();
    }

    /** Whether the set is refused for its syntax alone. */
    static boolean isSyntaxRefused(TransactionReport transaction) {
        return transaction.findings().stream()
                .anyMatch(f -> f.severity() == Severity.ERROR && !isBusiness(f));
    }
}
