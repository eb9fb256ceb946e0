package io.retrogate.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.edi.DocumentProblem;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A segment that the message does not have: is it one at all (X12 element 720, codes 1 and 6)? */
class ForeignSegmentTest {

    @Test
    void isUnknownIfNoMessageHasIt() throws IOException {
        var finding = withSegment("ZZZ*1~").finding();

        assertThat(finding.problem()).isEqualTo(DocumentProblem.SEGMENT_UNKNOWN);
        assertThat(finding.explanation())
                .isEqualTo("Segment ZZZ is in none of the documents that we know.");
    }

    @Test
    void isOfAnotherMessageIfThatHasIt() throws IOException {
        var finding = withSegment("W07*5*EA~").finding();

        assertThat(finding.problem()).isEqualTo(DocumentProblem.SEGMENT_NOT_IN_TRANSACTION);
        assertThat(finding.explanation()).isEqualTo("Segment W07 does not exist in this document.");
    }

    private static Document withSegment(String segment) throws IOException {
        return Document.sample("x12/180/request-accepted")
                .with("DTM*007", segment + "\nDTM*007")
                .with("SE*15", "SE*16");
    }
}
