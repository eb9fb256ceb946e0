package io.retrogate.acknowledge;

import static io.retrogate.acknowledge.Answers.body;
import static io.retrogate.acknowledge.Answers.edifact;
import static io.retrogate.acknowledge.Reports.at;
import static io.retrogate.acknowledge.Reports.edifactHeader;
import static io.retrogate.acknowledge.Reports.error;
import static io.retrogate.acknowledge.Reports.finding;
import static io.retrogate.acknowledge.Reports.group;
import static io.retrogate.acknowledge.Reports.interchange;
import static io.retrogate.acknowledge.Reports.returnNotice;
import static io.retrogate.acknowledge.Reports.transaction;
import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.edi.Delimiters;
import io.retrogate.edi.DocumentProblem;
import io.retrogate.edi.Finding.Severity;
import io.retrogate.edi.MessageType;
import io.retrogate.edi.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContrlAnswerTest {

    @Test
    void acknowledgesEveryMessageFromTheEnvelopeDown() {
        var answer = edifact(interchange(edifactHeader("3"), group("", returnNotice("1"))));

        assertThat(answer)
                .containsExactly(
                        "UNB+UNOC:3+4098765000000:14+4012345000009:14+260203:0930+42++++++1",
                        "UNH+1+CONTRL:D:3:UN",
                        "UCI+RET107+4012345000009:14+4098765000000:14+7",
                        "UCM+1+RETANN:D:01B:UN:EAN003+7",
                        "UNT+4+1",
                        "UNZ+1+42");
    }

    @Test
    void answersInTheSyntaxVersionOfThePartner() {
        assertThat(edifact(interchange(edifactHeader("4"), group("", returnNotice("1")))))
                .contains("UNH+1+CONTRL:4:1:UN")
                .anyMatch(s -> s.startsWith("UNB+UNOC:4+") && s.contains("+20260203:0930+"));
        assertThat(edifact(interchange(edifactHeader("2"), group("", returnNotice("1")))))
                .contains("UNH+1+CONTRL:2:2:UN");
    }

    @Test
    void pointsAtElementsCountingTheTagAsTheFirst() {
        var code = error(DocumentProblem.ELEMENT_CODE_INVALID, at("QTY", 12, 1, 1));
        var missing = error(DocumentProblem.ELEMENT_MISSING, at("QTY", 12, 3, 0));
        var message = returnNotice("1", code, missing);

        assertThat(body(edifact(interchange(edifactHeader("3"), group("", message)))))
                .containsExactly(
                        "UCI+RET107+4012345000009:14+4098765000000:14+7",
                        "UCM+1+RETANN:D:01B:UN:EAN003+4",
                        "UCS+12",
                        "UCD+12+2:1",
                        "UCD+13+4");
    }

    @Test
    void reportsAMissingSegmentAtTheLastOneBeforeIt() {
        var missing =
                finding(
                        DocumentProblem.SEGMENT_MISSING,
                        Severity.ERROR,
                        at("NAD", 5, 0, 0),
                        "DTM",
                        "");
        var message = returnNotice("1", missing);

        assertThat(edifact(interchange(edifactHeader("3"), group("", message))))
                .contains("UCS+4+13");
    }

    @Test
    void namesTheServiceSegmentOfAMessageThatIsAtFault() {
        var count = error(DocumentProblem.TRANSACTION_CONTROL_COUNT_MISMATCH, at("UNT", 0, 1, 0));
        var message = transaction(MessageType.edifact("RETANN", "D96A", "EN"), "7", count);

        assertThat(edifact(interchange(edifactHeader("3"), group("", message))))
                .contains("UCM+7+RETANN:D:96A:EN+4+29+UNT+2");
    }

    @Test
    void leavesOutTheErrorsOfWhatItAcknowledges() {
        var warning =
                finding(
                        DocumentProblem.ELEMENT_TOO_LONG,
                        Severity.WARNING,
                        at("FTX", 5, 4, 1),
                        "4440",
                        "x");
        var message = returnNotice("1", warning);

        assertThat(body(edifact(interchange(edifactHeader("3"), group("", message)))))
                .containsExactly(
                        "UCI+RET107+4012345000009:14+4098765000000:14+7",
                        "UCM+1+RETANN:D:01B:UN:EAN003+7");
    }

    @Test
    void rejectsATruncatedInterchangeWhole() {
        var truncated = error(DocumentProblem.INTERCHANGE_TRUNCATED, at(""));
        var report =
                interchange(
                        edifactHeader("3"),
                        Verdict.REJECTED,
                        List.of(truncated),
                        group("", returnNotice("1")));

        assertThat(body(edifact(report)))
                .containsExactly("UCI+RET107+4012345000009:14+4098765000000:14+4+13+UNZ");
    }

    @Test
    void answersGroupsWhereThereAreGroups() {
        var fault = error(DocumentProblem.GROUP_TRAILER_MISSING, at(""));
        var good = group("RETANN", returnNotice("1"));
        var bad = group("RETANN", Verdict.REJECTED, List.of(fault), returnNotice("2"));

        assertThat(body(edifact(interchange(edifactHeader("3"), good, bad))))
                .containsExactly(
                        "UCI+RET107+4012345000009:14+4098765000000:14+7",
                        "UCF+31+ACMEAPP+RETAPP+7",
                        "UCM+1+RETANN:D:01B:UN:EAN003+7",
                        "UCF+31+ACMEAPP+RETAPP+4+13+UNE");
    }

    @Test
    void releasesDelimitersInData() {
        var message = transaction(MessageType.edifact("RETANN", "D01B", "A+B"), "1'2?3:4");

        assertThat(Answers.text(interchange(edifactHeader("3"), group("", message))))
                .contains("UCM+1?'2??3?:4+RETANN:D:01B:UN:A?+B+7'");
    }

    @Test
    void announcesUnusualDelimiters() {
        var odd = new Delimiters('|', ':', '!', '\0', '\\', ',');
        var text = Answers.text(interchange(edifactHeader("3", odd), group("", returnNotice("1"))));

        assertThat(text).startsWith("UNA:|,\\ !UNB|UNOC:3|").endsWith("!UNZ|1|42!");
    }
}
