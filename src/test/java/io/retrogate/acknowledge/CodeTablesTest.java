package io.retrogate.acknowledge;

import static io.retrogate.edi.DocumentProblem.COMPONENTS_TOO_MANY;
import static io.retrogate.edi.DocumentProblem.ELEMENTS_TOO_MANY;
import static io.retrogate.edi.DocumentProblem.REPETITIONS_TOO_MANY;
import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.edi.DocumentProblem;
import io.retrogate.edi.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CodeTablesTest {

    @ParameterizedTest
    @EnumSource
    void giveEveryProblemACodeOfItsLevel(DocumentProblem problem) {
        var position = Position.NONE;
        var code =
                switch (ErrorLevel.of(problem)) {
                    case ENVELOPE -> InterchangeNoteCode.of(problem, position);
                    case TRANSACTION -> TransactionErrorCode.of(problem, position);
                    case SEGMENT -> SegmentErrorCode.of(problem);
                    case ELEMENT -> ElementErrorCode.of(problem, "004010");
                };

        assertThat(code).matches("[0-9]{1,3}");
        assertThat(SyntaxErrorCode.of(problem)).matches("[0-9]{1,2}");
    }

    @ParameterizedTest
    @EnumSource
    void agreeWithEachOtherOnTheLevel(DocumentProblem problem) {
        var level = ErrorLevel.of(problem);

        assertThat(ElementErrorCode.of(problem, "004010").isEmpty())
                .isEqualTo(level != ErrorLevel.ELEMENT);
        assertThat(SegmentErrorCode.of(problem).isEmpty())
                .isEqualTo(level != ErrorLevel.SEGMENT && level != ErrorLevel.ELEMENT);
        if (level == ErrorLevel.SEGMENT || level == ErrorLevel.ELEMENT) {
            assertThat(TransactionErrorCode.of(problem, Position.NONE)).isEqualTo("5");
        }
    }

    @Test
    void tellSurplusPartsOfAnElementApartSince005010() {
        assertThat(ElementErrorCode.of(REPETITIONS_TOO_MANY, "005010VICS")).isEqualTo("12");
        assertThat(ElementErrorCode.of(COMPONENTS_TOO_MANY, "005010")).isEqualTo("13");
        assertThat(ElementErrorCode.of(COMPONENTS_TOO_MANY, "004010")).isEqualTo("3");
        assertThat(ElementErrorCode.of(ELEMENTS_TOO_MANY, "005010")).isEqualTo("3");
    }

    @ParameterizedTest
    @EnumSource
    void giveThe999ACodeWhereverThe997HasOne(DocumentProblem problem) {
        var at = Position.NONE;

        assertThat(ImplementationElementCode.of(problem)).matches("([0-9]|1[023]|I6|I9|I1[0-3])?");
        assertThat(ImplementationElementCode.of(problem).isEmpty())
                .isEqualTo(ElementErrorCode.of(problem, "004010").isEmpty());
        assertThat(ImplementationSegmentCode.of(problem).isEmpty())
                .isEqualTo(SegmentErrorCode.of(problem).isEmpty());
        assertThat(ImplementationTransactionCode.of(problem, at).isEmpty())
                .isEqualTo(TransactionErrorCode.of(problem, at).isEmpty());
    }
}
