package io.retrogate.acknowledge;

import io.retrogate.edi.CharacterSet;
import io.retrogate.edi.Content;
import io.retrogate.edi.InterchangeHeader;
import io.retrogate.edi.InterchangeReport;
import io.retrogate.edi.Standard;
import io.retrogate.edi.Verdict;
import io.retrogate.ledger.PlannedAcknowledgement.Renderer;
import java.util.List;
import java.util.Optional;

/**
 * The 824 or APERAK to each document that is to have one: none for what was refused for its syntax,
 * since 997 and CONTRL say so already.
 */
record BusinessAnswers(InterchangeHeader header, CharacterSet characters, Wish wish) {

    List<JudgedDocument> documents(InterchangeReport report, Content content) {
        if (EnvelopeJudgement.of(report).rejected()) {
            return List.of();
        }
        return report.groups().stream()
                .filter(group -> Verdict.of(group.findings()) != Verdict.REJECTED)
                .flatMap(
                        group ->
                                group.transactions().stream()
                                        .filter(wish::business)
                                        .filter(set -> !AdviceCode.isSyntaxRefused(set))
                                        .map(
                                                set ->
                                                        JudgedDocument.of(
                                                                group,
                                                                set,
                                                                content,
                                                                header.delimiters())))
                .toList();
    }

    String form() {
        return header.standard() == Standard.X12 ? "824" : "APERAK";
    }

    Renderer renderer(List<JudgedDocument> documents) {
        return header.standard() == Standard.X12
                ? new X12Answer(
                        header,
                        characters,
                        Optional.empty(),
                        documents.stream().<AnswerSet>map(ApplicationAdvice::new).toList())
                : new EdifactAnswer(
                        header,
                        characters,
                        documents.stream()
                                .<EdifactAnswer.Message>map(ApplicationError::new)
                                .toList());
    }

    /** The letter people see for the whole answer. */
    static String letter(List<JudgedDocument> documents) {
        boolean parts = documents.stream().anyMatch(it -> !it.heldBack().isEmpty());
        var verdicts = documents.stream().map(JudgedDocument::verdict).toList();
        return switch (Verdict.together(verdicts)
                .orWorse(parts ? Verdict.PARTIAL : Verdict.ACCEPTED)) {
            case ACCEPTED -> "A";
            case ACCEPTED_WITH_ERRORS -> "E";
            case PARTIAL -> "P";
            case REJECTED -> "R";
        };
    }
}
