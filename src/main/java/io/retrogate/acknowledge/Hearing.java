package io.retrogate.acknowledge;

import static io.retrogate.ledger.PartnerJudgement.Level.GROUP;
import static io.retrogate.ledger.PartnerJudgement.Level.INTERCHANGE;
import static io.retrogate.ledger.PartnerJudgement.Level.TRANSACTION;

import io.retrogate.edi.Content;
import io.retrogate.edi.GroupReport;
import io.retrogate.edi.InterchangeHeader;
import io.retrogate.edi.InterchangeReport;
import io.retrogate.edi.PlainSegment;
import io.retrogate.edi.TransactionReport;
import io.retrogate.edi.Verdict;
import io.retrogate.ledger.PartnerJudgement;
import io.retrogate.ledger.PartnerJudgement.Level;
import io.retrogate.ledger.PartnerJudgement.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads what a partner says of our documents. */
final class Hearing {

    // ISA has 106 characters, a TA1 at most 30.
    private static final int FAR_ENOUGH = 2000;

    private final InterchangeHeader header;
    private final Content content;
    private final List<PartnerJudgement> judgements = new ArrayList<>();

    Hearing(InterchangeHeader header, Content content) {
        this.header = header;
        this.content = content;
    }

    Stream<PartnerJudgement> of(InterchangeReport report) {
        if (EnvelopeJudgement.of(report).rejected()) {
            return Stream.of();
        }
        notes(report);
        for (var group : report.groups()) {
            group.transactions().stream()
                    .filter(transaction -> isSound(group, transaction))
                    .forEach(this::read);
        }
        return judgements.stream();
    }

    private static boolean isSound(GroupReport group, TransactionReport transaction) {
        return !Letters.of(group, transaction).equals("R")
                && transaction.verdict() != Verdict.REJECTED;
    }

    private void notes(InterchangeReport report) {
        long first =
                report.transactions()
                        .mapToLong(TransactionReport::start)
                        .min()
                        .orElse(report.end());
        long end = Math.min(first, report.start() + FAR_ENOUGH);
        PlainSegment.read(content, report.start(), end, header.delimiters()).stream()
                .filter(segment -> segment.tag().equals("TA1"))
                .forEach(this::note);
    }

    // An interchange that was accepted has only arrived: its groups are judged by 997 or 999.
    private void note(PlainSegment ta1) {
        var word = word(ta1.element(4));
        boolean rejected = word == Word.REJECTED;
        add("TA1", INTERCHANGE, ta1.element(1), "", "", "", word, rejected, ta1, 4, 5);
    }

    private void read(TransactionReport transaction) {
        var segments =
                PlainSegment.read(
                        content, transaction.start(), transaction.end(), header.delimiters());
        switch (transaction.type().code()) {
            case "997", "999" -> functional(transaction.type().code(), segments);
            case "CONTRL" -> control(segments);
            case "824" -> advice(segments);
            case "APERAK" -> application(segments);
            default -> {}
        }
    }

    /** AK1 names the group, AK2 with AK5 or IK5 a transaction set, AK9 is about the whole group. */
    private void functional(String form, List<PlainSegment> segments) {
        var code = "";
        var group = "";
        var set = "";
        for (var it : segments) {
            switch (it.tag()) {
                case "AK1" -> {
                    code = it.element(1);
                    group = it.element(2);
                }
                case "AK2" -> set = it.element(2);
                case "AK5", "IK5" ->
                        add(
                                form,
                                TRANSACTION,
                                "",
                                code,
                                group,
                                set,
                                word(it.element(1)),
                                false,
                                it,
                                1,
                                2);
                case "AK9" -> {
                    var word = word(it.element(1));
                    // E and P are not said of each set, so those that AK2 leaves out are accepted.
                    boolean each = word == Word.ACCEPTED || word == Word.REJECTED;
                    add(form, GROUP, "", code, group, "", word, each, it, 1, 5);
                }
                default -> {}
            }
        }
    }

    /** UCI names the interchange, UCF a group, UCM a message. */
    private void control(List<PlainSegment> segments) {
        var number = "";
        var group = "";
        for (var it : segments) {
            switch (it.tag()) {
                case "UCI" -> {
                    number = it.element(1);
                    var word = action(it.element(4));
                    boolean each = word != Word.RECEIVED;
                    add("CONTRL", INTERCHANGE, number, "", "", "", word, each, it, 4, 5);
                }
                case "UCF" -> {
                    group = it.element(1);
                    add(
                            "CONTRL",
                            GROUP,
                            number,
                            "",
                            group,
                            "",
                            action(it.element(4)),
                            true,
                            it,
                            4,
                            5);
                }
                case "UCM" ->
                        add(
                                "CONTRL",
                                TRANSACTION,
                                number,
                                "",
                                group,
                                it.element(1),
                                action(it.element(3)),
                                false,
                                it,
                                3,
                                4);
                default -> {}
            }
        }
    }

    /**
     * OTI08 and OTI09 name group and set; without them OTI03 names the document, but that of an
     * item, which belongs to the document before it.
     */
    private void advice(List<PlainSegment> segments) {
        var document = "";
        for (var oti : segments) {
            if (oti.tag().equals("OTI")) {
                boolean item = oti.element(1).startsWith("I");
                document = item ? document : oti.element(3);
                var set = oti.element(9);
                var level = oti.element(1).startsWith("G") ? GROUP : TRANSACTION;
                judgements.add(
                        new PartnerJudgement(
                                "824",
                                header.standard(),
                                level,
                                "",
                                "",
                                oti.element(8),
                                level == GROUP ? "" : set,
                                level == GROUP || !set.isEmpty() ? "" : document,
                                advised(oti.element(1)),
                                false,
                                oti.element(1)));
            }
        }
    }

    /** RFF+ACW names the document; BGM 1225 says 27 (not accepted), else an ERC is an error. */
    private void application(List<PlainSegment> segments) {
        var function = "";
        boolean errors = false;
        var documents = new ArrayList<String>();
        for (var it : segments) {
            switch (it.tag()) {
                case "BGM" -> function = it.element(3);
                case "ERC" -> errors = true;
                case "RFF" -> {
                    if (it.element(1).equals("ACW")) {
                        documents.add(it.component(1, 2));
                    }
                }
                default -> {}
            }
        }
        var word =
                function.equals("27")
                        ? Word.REJECTED
                        : errors ? Word.ACCEPTED_WITH_ERRORS : Word.ACCEPTED;
        for (var document : documents) {
            judgements.add(
                    new PartnerJudgement(
                            "APERAK",
                            header.standard(),
                            TRANSACTION,
                            "",
                            "",
                            "",
                            "",
                            document,
                            word,
                            false,
                            function));
        }
    }

    private void add(
            String form,
            Level level,
            String interchange,
            String groupCode,
            String group,
            String transaction,
            Word word,
            boolean contents,
            PlainSegment segment,
            int letter,
            int code) {
        var detail = (segment.element(letter) + " " + segment.element(code)).strip();
        judgements.add(
                new PartnerJudgement(
                        form,
                        header.standard(),
                        level,
                        interchange,
                        groupCode,
                        group,
                        transaction,
                        "",
                        word,
                        contents,
                        detail));
    }

    /**
     * OTI01: T, G, I or B for what is meant, and then A, C, E, P or R; an item that is refused
     * refuses a part.
     */
    private static Word advised(String action) {
        var word = word(action.replaceFirst("^.(?=.)", ""));
        return action.startsWith("I") && word == Word.REJECTED ? Word.PARTLY_ACCEPTED : word;
    }

    /** X12 elements I17, 715 and 717, and the second letter of 110; M, W and X reject as well. */
    private static Word word(String letter) {
        return switch (letter) {
            case "A" -> Word.ACCEPTED;
            case "C", "E" -> Word.ACCEPTED_WITH_ERRORS;
            case "P" -> Word.PARTLY_ACCEPTED;
            default -> Word.REJECTED;
        };
    }

    /** EDIFACT element 0083. */
    private static Word action(String code) {
        return switch (code) {
            case "7" -> Word.ACCEPTED;
            case "8" -> Word.RECEIVED;
            default -> Word.REJECTED;
        };
    }
}
