package io.retrogate.ledger;

import io.retrogate.edi.Delimiters;
import io.retrogate.edi.PlainSegment;
import io.retrogate.edi.Standard;
import io.retrogate.ledger.PartnerJudgement.Level;
import java.util.ArrayList;
import java.util.List;

/**
 * The control numbers in an interchange of ours, whatever it carries: a partner's acknowledgement
 * names it by them.
 */
record SentInterchange(Standard standard, List<Part> parts) {

    private static final int ISA_LENGTH = 106;

    SentInterchange {
        parts = List.copyOf(parts);
    }

    /** The interchange itself, a group, or a transaction set; a number is empty above its level. */
    record Part(
            Level level,
            String interchange,
            String groupCode,
            String group,
            String transaction,
            String message,
            String document) {}

    /** Without parts if the text is no interchange. */
    static SentInterchange of(String text) {
        if (text.startsWith("ISA") && text.length() > ISA_LENGTH) {
            var delimiters =
                    new Delimiters(
                            text.charAt(3), text.charAt(104), text.charAt(105), '^', '\0', '.');
            return new Reading(Standard.X12).read(PlainSegment.of(text, delimiters));
        }
        if (text.startsWith("UNA") && text.length() > 9) {
            var delimiters =
                    new Delimiters(
                            text.charAt(4),
                            text.charAt(3),
                            text.charAt(8),
                            '*',
                            text.charAt(6) == ' ' ? '\0' : text.charAt(6),
                            '.');
            return new Reading(Standard.EDIFACT)
                    .read(PlainSegment.of(text.substring(9), delimiters));
        }
        if (text.startsWith("UNB")) {
            var usual = new Delimiters('+', ':', '\'', '*', '?', '.');
            return new Reading(Standard.EDIFACT).read(PlainSegment.of(text, usual));
        }
        return new SentInterchange(Standard.X12, List.of());
    }

    /** ISA13 and GS06 are numbers, whose zeros do not count; other control numbers are text. */
    static String number(Standard standard, String number) {
        return standard == Standard.X12 ? number.replaceFirst("^0+(?=.)", "") : number;
    }

    private static final class Reading {
        private final Standard standard;
        private final List<Part> parts = new ArrayList<>();
        private String interchange = "";
        private String groupCode = "";
        private String group = "";
        private PlainSegment header = new PlainSegment(List.of());

        Reading(Standard standard) {
            this.standard = standard;
        }

        SentInterchange read(List<PlainSegment> segments) {
            for (var segment : segments) {
                take(segment);
                header = segment;
            }
            return new SentInterchange(standard, parts);
        }

        private void take(PlainSegment segment) {
            switch (segment.tag()) {
                case "ISA" -> interchange(segment.element(13));
                case "UNB" -> interchange(segment.element(5));
                case "GS" -> group(segment, 6);
                case "UNG" -> group(segment, 5);
                default -> {
                    // A document's number is the second element of its first segment.
                    switch (header.tag()) {
                        case "ST" -> transaction(header.element(2), header.element(1), segment);
                        case "UNH" ->
                                transaction(header.element(1), header.component(2, 1), segment);
                        default -> {}
                    }
                }
            }
        }

        private void interchange(String control) {
            interchange = number(standard, control);
            parts.add(new Part(Level.INTERCHANGE, interchange, "", "", "", "", ""));
        }

        private void group(PlainSegment segment, int element) {
            groupCode = segment.element(1);
            group = number(standard, segment.element(element));
            parts.add(new Part(Level.GROUP, interchange, groupCode, group, "", "", ""));
        }

        private void transaction(String control, String message, PlainSegment first) {
            parts.add(
                    new Part(
                            Level.TRANSACTION,
                            interchange,
                            groupCode,
                            group,
                            control,
                            message,
                            isDocument(first) ? first.element(2) : ""));
        }

        /** Acknowledgements start with what they answer, not with a number of their own. */
        private static boolean isDocument(PlainSegment first) {
            return !first.tag().equals("AK1") && !first.tag().equals("UCI");
        }
    }
}
