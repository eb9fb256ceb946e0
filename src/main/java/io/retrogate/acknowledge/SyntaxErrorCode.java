package io.retrogate.acknowledge;

import io.retrogate.edi.DocumentProblem;
import io.retrogate.edi.Finding;

/** EDIFACT element 0085, Syntax error coded: values known to both syntax 3 and syntax 4. */
final class SyntaxErrorCode {

    private SyntaxErrorCode() {}

    /** The same for every level but the interchange. */
    static String of(DocumentProblem problem) {
        return switch (problem) {
            case RECEIVER_UNKNOWN -> "7";
            case ENVELOPE_ELEMENT_INVALID,
                    TRANSACTION_HEADER_INVALID,
                    ELEMENT_CODE_INVALID,
                    ELEMENT_DATE_INVALID,
                    ELEMENT_TIME_INVALID,
                    ELEMENTS_EXCLUDE_EACH_OTHER,
                    VALUE_INVALID,
                    GUIDE_CODE_FORBIDDEN,
                    GUIDE_ELEMENT_FORBIDDEN,
                    CHECK_DIGIT_WRONG,
                    PARENT_UNKNOWN,
                    LEVEL_NUMBER_REPEATED,
                    LEVEL_NUMBER_DESCENDS,
                    SERIALS_EXCEED_QUANTITY,
                    // 29 is about what service segments count.
                    LINE_COUNT_MISMATCH,
                    TOTAL_MISMATCH,
                    CODE_UNKNOWN ->
                    "12";
            case INTERCHANGE_TRUNCATED,
                    GROUP_TRAILER_MISSING,
                    TRANSACTION_TRAILER_MISSING,
                    SEGMENT_MISSING,
                    ELEMENT_MISSING,
                    ELEMENT_CONDITIONALLY_MISSING,
                    VALUE_REQUIRED,
                    GUIDE_SEGMENT_MISSING,
                    GUIDE_ELEMENT_MISSING ->
                    "13";
            case SEGMENT_UNKNOWN,
                    SEGMENT_UNEXPECTED,
                    SEGMENT_NOT_IN_TRANSACTION,
                    SEGMENT_OUT_OF_SEQUENCE,
                    GUIDE_SEGMENT_FORBIDDEN ->
                    "15";
            case ELEMENTS_TOO_MANY, COMPONENTS_TOO_MANY -> "16";
            case FUNCTIONAL_GROUP_UNSUPPORTED, TRANSACTION_UNSUPPORTED, VERSION_UNSUPPORTED -> "17";
            case INTERCHANGE_UNREADABLE,
                    SEGMENT_TERMINATOR_INVALID,
                    FINDINGS_CAPPED,
                    TRANSACTION_HELD_BACK ->
                    "18";
            case CHARACTER_NOT_IN_REPERTOIRE -> "21";
            case SENDER_UNKNOWN -> "23";
            case DUPLICATE_INTERCHANGE,
                    FILE_UNREADABLE,
                    RECORD_INVALID,
                    GROUP_CONTROL_NUMBER_DUPLICATE,
                    TRANSACTION_CONTROL_NUMBER_DUPLICATE ->
                    "26";
            case INTERCHANGE_CONTROL_NUMBER_MISMATCH,
                    GROUP_CONTROL_NUMBER_MISMATCH,
                    TRANSACTION_CONTROL_NUMBER_MISMATCH ->
                    "28";
            case INTERCHANGE_CONTROL_COUNT_MISMATCH,
                    GROUP_CONTROL_COUNT_MISMATCH,
                    TRANSACTION_CONTROL_COUNT_MISMATCH ->
                    "29";
            case SEGMENT_OVER_MAXIMUM, REPETITIONS_TOO_MANY, GUIDE_SEGMENT_TOO_OFTEN -> "35";
            case LOOP_OVER_MAXIMUM -> "36";
            case ELEMENT_CHARACTER_INVALID -> "37";
            case ELEMENT_TOO_LONG, GUIDE_ELEMENT_TOO_LONG -> "39";
            case ELEMENT_TOO_SHORT -> "40";
        };
    }

    /** In UCI, where a version can only be that of the syntax. */
    static String ofInterchange(Finding finding) {
        var problem = finding.problem();
        if (problem == DocumentProblem.VERSION_UNSUPPORTED) {
            return "2";
        }
        boolean mixed =
                problem == DocumentProblem.SEGMENT_UNEXPECTED && opens(finding.position().tag());
        return mixed ? "30" : of(problem);
    }

    /** A message beside groups, or a group beside messages. */
    private static boolean opens(String tag) {
        return tag.equals("UNH") || tag.equals("UNG");
    }

    /**
     * The service segment at fault (element 0013): the one the finding names, else the trailer or
     * the header of the level, as the code is about. A trailer that is missing was found at the
     * header.
     */
    static String serviceSegment(Finding finding, String header, String trailer) {
        boolean missing =
                finding.problem() == DocumentProblem.TRANSACTION_TRAILER_MISSING
                        || finding.problem() == DocumentProblem.GROUP_TRAILER_MISSING;
        if (finding.position().tag().startsWith("UN") && !missing) {
            return finding.position().tag();
        }
        return switch (of(finding.problem())) {
            case "13", "28", "29" -> trailer;
            default -> header;
        };
    }
}
