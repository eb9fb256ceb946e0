package io.retrogate.validate;

import io.retrogate.edi.DocumentProblem;
import io.xlate.edi.schema.EDISimpleType;
import java.util.Optional;

/**
 * One complaint of StAEDI about a transaction set.
 *
 * @param segment counted from the header of the set, which is 1
 * @param reference the number of the element, or the tag of the segment that is missing
 * @param told what is wrong, in a sentence; empty if the problem itself says it
 */
record Complaint(
        DocumentProblem problem,
        int segment,
        String tag,
        int element,
        int component,
        int occurrence,
        String reference,
        Optional<EDISimpleType> type,
        String told) {

    boolean isMissing() {
        return problem == DocumentProblem.SEGMENT_MISSING;
    }

    /** The segment is one of this document, but not here. */
    boolean isMisplaced() {
        return problem == DocumentProblem.SEGMENT_UNEXPECTED
                || problem == DocumentProblem.SEGMENT_OUT_OF_SEQUENCE;
    }

    /** That the segment at this place stands where it should not, said so. */
    static Complaint misplaced(DocumentProblem problem, int segment, String tag, String told) {
        return new Complaint(problem, segment, tag, 0, 0, 0, "", Optional.empty(), told);
    }
}
