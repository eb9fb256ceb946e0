package io.retrogate.edi;

import static io.retrogate.edi.DocumentProblem.CHECK_DIGIT_WRONG;
import static io.retrogate.edi.DocumentProblem.ELEMENT_CODE_INVALID;
import static io.retrogate.edi.DocumentProblem.FINDINGS_CAPPED;
import static io.retrogate.edi.DocumentProblem.VALUE_INVALID;
import static io.retrogate.edi.Finding.Severity.ERROR;
import static io.retrogate.edi.Finding.Severity.LINE;
import static io.retrogate.edi.Finding.Severity.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WrongLinesTest {

    private static final DocumentLines LINES =
            DocumentLines.of(
                    MessageType.x12("180", "004010"),
                    PlainSegment.of(
                            "ST~BGN~BLI*UP~RDR~BLI*UP~RDR~BLI*UP~RDR~SE~",
                            new Delimiters('*', '>', '~', '^', (char) 0, '.')));

    @Test
    void costAnErrorOfALineThatLineOnly() {
        var held = WrongLines.heldBack(List.of(finding(VALUE_INVALID, ERROR, 6)), LINES);

        assertThat(held).extracting(Finding::severity).containsExactly(LINE);
        assertThat(held.get(0).explanation()).isEqualTo("It is wrong. Line 2 is held back.");
        assertThat(Verdict.of(held)).isEqualTo(Verdict.ACCEPTED_WITH_ERRORS);
    }

    @Test
    void leaveWarningsAndWhatIsHeldBackAlready() {
        var warning = finding(ELEMENT_CODE_INVALID, WARNING, 2);
        var held = finding(VALUE_INVALID, LINE, 4);

        assertThat(WrongLines.heldBack(List.of(warning, held), LINES))
                .containsExactly(warning, held);
    }

    @Test
    void costTheDocumentIfNoLineIsLeft() {
        unchanged(
                finding(VALUE_INVALID, ERROR, 4),
                finding(VALUE_INVALID, LINE, 6),
                finding(CHECK_DIGIT_WRONG, ERROR, 7));
    }

    @Test
    void costTheDocumentIfTheErrorIsOutsideOfLines() {
        unchanged(finding(VALUE_INVALID, ERROR, 4), finding(VALUE_INVALID, ERROR, 2));
        unchanged(finding(VALUE_INVALID, ERROR, 0));
    }

    @ParameterizedTest
    @EnumSource(
            value = DocumentProblem.class,
            names = {"SEGMENT_UNEXPECTED", "TOTAL_MISMATCH", "GUIDE_SEGMENT_MISSING"})
    void costTheDocumentIfLinesCannotBeToldApart(DocumentProblem problem) {
        unchanged(finding(problem, ERROR, 4));
    }

    @Test
    void costTheDocumentIfSomeFindingsAreNotSaid() {
        unchanged(finding(VALUE_INVALID, ERROR, 4), finding(FINDINGS_CAPPED, WARNING, 0));
    }

    private static void unchanged(Finding... findings) {
        assertThat(WrongLines.of(List.of(findings), LINES)).isEmpty();
        assertThat(WrongLines.heldBack(List.of(findings), LINES)).containsExactly(findings);
    }

    private static Finding finding(
            DocumentProblem problem, Finding.Severity severity, int segment) {
        return new Finding(
                problem,
                severity,
                new Position(segment + 2, segment, "RDR", 1, 0, 1, -1),
                "",
                "",
                "It is wrong.");
    }
}
