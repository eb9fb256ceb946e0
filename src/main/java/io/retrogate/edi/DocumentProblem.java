package io.retrogate.edi;

/**
 * Everything that can be wrong with a document. Which acknowledgement code each becomes is decided
 * in {@code acknowledge}.
 */
public enum DocumentProblem implements ProblemCode {
    // The envelope: ISA, GS, UNB, UNG and their trailers.
    INTERCHANGE_UNREADABLE(
            "DOC-001",
            "Send an interchange that starts with ISA, UNA or UNB and has a complete header."),
    INTERCHANGE_TRUNCATED("DOC-002", "Send the interchange again, complete up to IEA or UNZ."),
    INTERCHANGE_CONTROL_NUMBER_MISMATCH(
            "DOC-003",
            "Make the control number of the interchange trailer equal to that of its header."),
    INTERCHANGE_CONTROL_COUNT_MISMATCH(
            "DOC-004",
            "Make the count in IEA01 or UNZ 0036 equal to the number of groups or messages."),
    GROUP_CONTROL_NUMBER_MISMATCH(
            "DOC-005", "Make the control number of GE or UNE equal to that of GS or UNG."),
    GROUP_CONTROL_COUNT_MISMATCH(
            "DOC-006",
            "Make the count in GE01 or UNE 0060 equal to the number of transaction sets."),
    GROUP_TRAILER_MISSING("DOC-007", "Close every functional group with GE or UNE."),
    SENDER_UNKNOWN(
            "DOC-008", "Agree the sender's identifier with us before sending, or correct it."),
    RECEIVER_UNKNOWN("DOC-009", "Correct the receiver's identifier; this one is not ours."),
    DUPLICATE_INTERCHANGE("DOC-010", "Give every new interchange a new control number."),
    ENVELOPE_ELEMENT_INVALID("DOC-011", "Correct the element of the envelope segment."),
    VERSION_UNSUPPORTED("DOC-012", "Send a version that we can read and that was agreed."),
    FUNCTIONAL_GROUP_UNSUPPORTED(
            "DOC-013", "Use the functional identifier code that belongs to the transaction set."),
    GROUP_CONTROL_NUMBER_DUPLICATE(
            "DOC-014", "Give every functional group in an interchange its own control number."),
    SEGMENT_TERMINATOR_INVALID(
            "DOC-015", "End every segment with one character of one byte, such as a tilde."),
    // The transaction set: ST to SE, UNH to UNT.
    TRANSACTION_UNSUPPORTED(
            "DOC-020",
            "Send only documents that were agreed, or have this one added to the agreement."),
    TRANSACTION_TRAILER_MISSING("DOC-021", "Close every transaction set with SE or UNT."),
    TRANSACTION_CONTROL_NUMBER_MISMATCH(
            "DOC-022",
            "Make the control number of SE02 or UNT 0062 equal to that of ST02 or UNH 0062."),
    TRANSACTION_CONTROL_COUNT_MISMATCH(
            "DOC-023", "Count the segments from ST to SE (UNH to UNT), both included."),
    TRANSACTION_CONTROL_NUMBER_DUPLICATE(
            "DOC-024", "Give every transaction set in a group its own control number."),
    TRANSACTION_HEADER_INVALID("DOC-025", "Correct the elements of ST or UNH."),
    TRANSACTION_HELD_BACK(
            "DOC-026",
            "Mend what was rejected in the same group or interchange, then send all of it again."),
    // Segments and loops.
    SEGMENT_UNKNOWN("DOC-030", "Remove the segment, or correct its tag."),
    SEGMENT_UNEXPECTED("DOC-031", "Remove the segment, or put it where it is used."),
    SEGMENT_MISSING("DOC-032", "Add the mandatory segment."),
    LOOP_OVER_MAXIMUM("DOC-033", "Repeat the loop no more often than the standard allows."),
    SEGMENT_OVER_MAXIMUM("DOC-034", "Repeat the segment no more often than the standard allows."),
    SEGMENT_NOT_IN_TRANSACTION("DOC-035", "Remove the segment; this document does not have it."),
    SEGMENT_OUT_OF_SEQUENCE("DOC-036", "Put the segment where the standard has it."),
    // Elements.
    ELEMENT_MISSING("DOC-040", "Fill in the mandatory element."),
    ELEMENT_CONDITIONALLY_MISSING(
            "DOC-041", "Fill in the element; another one that is present requires it."),
    ELEMENTS_TOO_MANY("DOC-042", "Remove the surplus elements."),
    COMPONENTS_TOO_MANY("DOC-043", "Remove the surplus components."),
    REPETITIONS_TOO_MANY("DOC-044", "Repeat the element no more often than the standard allows."),
    ELEMENT_TOO_SHORT("DOC-045", "Lengthen the value to the minimum of the standard."),
    ELEMENT_TOO_LONG("DOC-046", "Shorten the value to the maximum of the standard."),
    ELEMENT_CHARACTER_INVALID("DOC-047", "Use only characters that the element's type allows."),
    ELEMENT_CODE_INVALID("DOC-048", "Use a code from the element's code list."),
    ELEMENT_DATE_INVALID("DOC-049", "Write a real date in the agreed form."),
    ELEMENT_TIME_INVALID("DOC-050", "Write a real time in the agreed form."),
    ELEMENTS_EXCLUDE_EACH_OTHER(
            "DOC-051", "Leave out one of the elements; they exclude each other."),
    // Beyond syntax.
    FINDINGS_CAPPED("DOC-060", "Mend the findings listed first, then send the document again."),
    CHARACTER_NOT_IN_REPERTOIRE(
            "DOC-061",
            "Use the characters of the repertoire that UNB S001 names, or name a wider one."),
    VALUE_REQUIRED("DOC-070", "Fill in the value; our agreement needs it."),
    VALUE_INVALID("DOC-071", "Correct the value so that it can be read as what it stands for."),
    LINE_COUNT_MISMATCH("DOC-080", "Count what the document has, and send that count."),
    TOTAL_MISMATCH("DOC-081", "Make the total equal to the sum over the lines."),
    CHECK_DIGIT_WRONG("DOC-082", "Correct the GS1 key; its last digit follows from the others."),
    PARENT_UNKNOWN("DOC-083", "Name a level that came before as the parent."),
    LEVEL_NUMBER_REPEATED("DOC-084", "Give every level a number of its own."),
    LEVEL_NUMBER_DESCENDS("DOC-085", "Number the levels upwards."),
    SERIALS_EXCEED_QUANTITY(
            "DOC-086", "Correct the quantity, or list no more serial numbers than pieces."),
    CODE_UNKNOWN("DOC-087", "Use a code that was agreed, or have this one added."),
    GUIDE_SEGMENT_MISSING("DOC-090", "Add the segment; the partner's guide requires it."),
    GUIDE_SEGMENT_FORBIDDEN("DOC-091", "Remove the segment; the partner's guide forbids it."),
    GUIDE_SEGMENT_TOO_OFTEN(
            "DOC-092", "Repeat the segment no more often than the partner's guide allows."),
    GUIDE_ELEMENT_MISSING("DOC-093", "Fill in the element; the partner's guide requires it."),
    GUIDE_ELEMENT_FORBIDDEN("DOC-094", "Leave the element empty; the partner's guide forbids it."),
    GUIDE_ELEMENT_TOO_LONG("DOC-095", "Shorten the value to what the partner's guide allows."),
    GUIDE_CODE_FORBIDDEN("DOC-096", "Use one of the codes of the partner's guide."),
    // Files without an envelope.
    FILE_UNREADABLE("DOC-110", "Send the file in the form and the character set that were agreed."),
    RECORD_INVALID("DOC-111", "Write the line with the columns that were agreed.");

    private final String id;
    private final String remedy;

    DocumentProblem(String id, String remedy) {
        this.id = id;
        this.remedy = remedy;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String remedy() {
        return remedy;
    }

    /** A wrong document stays wrong. */
    @Override
    public Retry retry() {
        return Retry.NEVER;
    }
}
