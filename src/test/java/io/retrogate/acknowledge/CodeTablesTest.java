package io.retrogate.acknowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.edi.DocumentProblem;
import io.retrogate.edi.Position;
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
                    case ELEMENT -> ElementErrorCode.of(problem);
                };

        assertThat(code).matches("[0-9]{1,3}");
        assertThat(SyntaxErrorCode.of(problem)).matches("[0-9]{1,2}");
    }

    @ParameterizedTest
    @EnumSource
    void agreeWithEachOtherOnTheLevel(DocumentProblem problem) {
        var level = ErrorLevel.of(problem);

        assertThat(ElementErrorCode.of(problem).isEmpty()).isEqualTo(level != ErrorLevel.ELEMENT);
        assertThat(SegmentErrorCode.of(problem).isEmpty())
                .isEqualTo(level != ErrorLevel.SEGMENT && level != ErrorLevel.ELEMENT);
        if (level == ErrorLevel.SEGMENT || level == ErrorLevel.ELEMENT) {
            assertThat(TransactionErrorCode.of(problem, Position.NONE)).isEqualTo("5");
        }
    }

    @ParameterizedTest
    @EnumSource
    void giveThe999ACodeWhereverThe997HasOne(DocumentProblem problem) {
        var at = Position.NONE;

        assertThat(ImplementationElementCode.of(problem)).matches("([0-9]|1[023]|I6|I9|I1[0-3])?");
        assertThat(ImplementationElementCode.of(problem).isEmpty())
                .isEqualTo(ElementErrorCode.of(problem).isEmpty());
        assertThat(ImplementationSegmentCode.of(problem).isEmpty())
                .isEqualTo(SegmentErrorCode.of(problem).isEmpty());
        assertThat(ImplementationTransactionCode.of(problem, at).isEmpty())
                .isEqualTo(TransactionErrorCode.of(problem, at).isEmpty());
    }
}
