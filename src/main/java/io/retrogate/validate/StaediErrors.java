package io.retrogate.validate;

import io.retrogate.edi.DocumentProblem;
import io.xlate.edi.stream.EDIStreamValidationError;
import java.util.Optional;

/** StAEDI's words for what can be wrong, in ours. */
final class StaediErrors {

    private StaediErrors() {}

    /** Empty for what we check ourselves: counts and control numbers of trailers. */
    static Optional<DocumentProblem> problem(EDIStreamValidationError error) {
        return switch (error) {
            case NONE,
                    CONTROL_REFERENCE_MISMATCH,
                    CONTROL_COUNT_DOES_NOT_MATCH_ACTUAL_COUNT,
                    SEGMENT_HAS_DATA_ELEMENT_ERRORS ->
                    Optional.empty();
            case UNRECOGNIZED_SEGMENT_ID -> Optional.of(DocumentProblem.SEGMENT_UNKNOWN);
            case UNEXPECTED_SEGMENT,
                    SEGMENT_EXCLUSION_CONDITION_VIOLATED,
                    IMPLEMENTATION_UNUSED_SEGMENT_PRESENT,
                    IMPLEMENTATION_DEPENDENT_UNUSED_SEGMENT_PRESENT ->
                    Optional.of(DocumentProblem.SEGMENT_UNEXPECTED);
            case MANDATORY_SEGMENT_MISSING,
                    CONDITIONAL_REQUIRED_SEGMENT_MISSING,
                    IMPLEMENTATION_DEPENDENT_SEGMENT_MISSING,
                    IMPLEMENTATION_LOOP_OCCURS_UNDER_MINIMUM_TIMES,
                    IMPLEMENTATION_SEGMENT_BELOW_MINIMUM_USE ->
                    Optional.of(DocumentProblem.SEGMENT_MISSING);
            case LOOP_OCCURS_OVER_MAXIMUM_TIMES -> Optional.of(DocumentProblem.LOOP_OVER_MAXIMUM);
            case SEGMENT_EXCEEDS_MAXIMUM_USE -> Optional.of(DocumentProblem.SEGMENT_OVER_MAXIMUM);
            case SEGMENT_NOT_IN_DEFINED_TRANSACTION_SET ->
                    Optional.of(DocumentProblem.SEGMENT_NOT_IN_TRANSACTION);
            case SEGMENT_NOT_IN_PROPER_SEQUENCE ->
                    Optional.of(DocumentProblem.SEGMENT_OUT_OF_SEQUENCE);
            case REQUIRED_DATA_ELEMENT_MISSING,
                    IMPLEMENTATION_DEPENDENT_DATA_ELEMENT_MISSING,
                    IMPLEMENTATION_TOO_FEW_REPETITIONS ->
                    Optional.of(DocumentProblem.ELEMENT_MISSING);
            case CONDITIONAL_REQUIRED_DATA_ELEMENT_MISSING ->
                    Optional.of(DocumentProblem.ELEMENT_CONDITIONALLY_MISSING);
            case TOO_MANY_DATA_ELEMENTS,
                    IMPLEMENTATION_UNUSED_DATA_ELEMENT_PRESENT,
                    IMPLEMENTATION_DEPENDENT_UNUSED_DATA_ELEMENT_PRESENT ->
                    Optional.of(DocumentProblem.ELEMENTS_TOO_MANY);
            case EXCLUSION_CONDITION_VIOLATED ->
                    Optional.of(DocumentProblem.ELEMENTS_EXCLUDE_EACH_OTHER);
            case TOO_MANY_REPETITIONS -> Optional.of(DocumentProblem.REPETITIONS_TOO_MANY);
            case TOO_MANY_COMPONENTS -> Optional.of(DocumentProblem.COMPONENTS_TOO_MANY);
            case DATA_ELEMENT_TOO_SHORT -> Optional.of(DocumentProblem.ELEMENT_TOO_SHORT);
            case DATA_ELEMENT_TOO_LONG -> Optional.of(DocumentProblem.ELEMENT_TOO_LONG);
            case INVALID_CHARACTER_DATA, IMPLEMENTATION_PATTERN_MATCH_FAILURE ->
                    Optional.of(DocumentProblem.ELEMENT_CHARACTER_INVALID);
            case INVALID_CODE_VALUE, IMPLEMENTATION_INVALID_CODE_VALUE ->
                    Optional.of(DocumentProblem.ELEMENT_CODE_INVALID);
            case INVALID_DATE -> Optional.of(DocumentProblem.ELEMENT_DATE_INVALID);
            case INVALID_TIME -> Optional.of(DocumentProblem.ELEMENT_TIME_INVALID);
        };
    }
}
