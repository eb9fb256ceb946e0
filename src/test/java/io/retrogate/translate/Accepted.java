package io.retrogate.translate;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.edi.Content;
import io.retrogate.edi.ControlNumber;
import io.retrogate.edi.Delimiters;
import io.retrogate.edi.GroupReport;
import io.retrogate.edi.InterchangeHeader;
import io.retrogate.edi.InterchangeReport;
import io.retrogate.edi.MessageType;
import io.retrogate.edi.PartyId;
import io.retrogate.edi.Standard;
import io.retrogate.edi.TransactionReport;
import io.retrogate.edi.Verdict;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** An interchange with the report of a validation that found nothing wrong. */
public record Accepted(Content content, InterchangeReport report) {

    private static final Map<String, String> FOLDERS =
            Map.of(
                    "180-request", "x12/180/request-in-full",
                    "180-authorization", "x12/180/authorization-in-full",
                    "180-announcement", "x12/180/announcement",
                    "856-shipment", "x12/856/in-full",
                    "desadv-d01b", "edifact/desadv/d01b-in-full",
                    "retann-d01b", "edifact/retann/d01b-in-full",
                    "retann-d96a", "edifact/retann/d96a-two-lines");

    public static Accepted resource(String name) throws IOException {
        return of(bytes(name));
    }

    /** The document with one piece of it replaced. */
    static Accepted resource(String name, String piece, String other) throws IOException {
        var text = new String(bytes(name), StandardCharsets.ISO_8859_1);
        assertThat(text).contains(piece);
        return of(text.replace(piece, other).getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] bytes(String name) throws IOException {
        var folder = Objects.requireNonNull(FOLDERS.get(name), name);
        return Files.readAllBytes(Path.of("edi-samples", folder, "received.edi"));
    }

    private static Accepted of(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        var reader = new Reader(text, text.startsWith("ISA"));
        return new Accepted(content(bytes), reader.report());
    }

    private static Content content(byte[] bytes) {
        return new Content() {
            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }

            @Override
            public long size() {
                return bytes.length;
            }
        };
    }

    /** Knows only what a report needs. */
    private static final class Reader {

        private final String text;
        private final boolean x12;
        private final Delimiters delimiters;
        private final List<TransactionReport> transactions = new ArrayList<>();
        private Optional<InterchangeHeader> header = Optional.empty();
        private String group = "";
        private String version = "";
        private MessageType type = MessageType.x12("", "");
        private String control = "";
        private int start;
        private int first;

        Reader(String text, boolean x12) {
            this.text = text;
            this.x12 = x12;
            boolean una = text.startsWith("UNA");
            delimiters =
                    x12
                            ? new Delimiters(
                                    text.charAt(3),
                                    text.charAt(104),
                                    text.charAt(105),
                                    '\0',
                                    '\0',
                                    '.')
                            : new Delimiters('+', ':', '\'', '\0', '?', una ? text.charAt(5) : '.');
        }

        InterchangeReport report() {
            int at = x12 ? 0 : text.indexOf("UNB");
            int ordinal = 0;
            while (at < text.length()) {
                int end = endOf(at);
                segment(text.substring(at, end), at, end, ++ordinal);
                at = end + 1;
                while (at < text.length() && text.charAt(at) <= ' ') {
                    at++;
                }
            }
            var party = new PartyId("", "");
            var reported =
                    new GroupReport(
                            1,
                            "",
                            party,
                            party,
                            new ControlNumber(group),
                            version,
                            1,
                            Verdict.ACCEPTED,
                            List.of(),
                            transactions);
            return new InterchangeReport(
                    header, 0, text.length(), Verdict.ACCEPTED, List.of(), List.of(reported));
        }

        private int endOf(int at) {
            int end = at;
            while (text.charAt(end) != delimiters.segment()) {
                end += text.charAt(end) == delimiters.release() ? 2 : 1;
            }
            return end;
        }

        private void segment(String segment, int at, int end, int ordinal) {
            var elements =
                    segment.split(java.util.regex.Pattern.quote("" + delimiters.element()), -1);
            switch (elements[0]) {
                case "ISA" -> header = Optional.of(isa(elements));
                case "UNB" -> header = Optional.of(unb(elements));
                case "GS" -> {
                    group = elements[6];
                    version = elements[8];
                }
                case "ST" -> open(MessageType.x12(elements[1], version), elements[2], at, ordinal);
                case "UNH" -> open(unh(elements[2].split(":")), elements[1], at, ordinal);
                case "SE", "UNT" -> close(end + 1);
                default -> {}
            }
        }

        private static MessageType unh(String[] s009) {
            return MessageType.edifact(s009[0], s009[1] + s009[2], s009.length > 4 ? s009[4] : "");
        }

        private void open(MessageType opened, String number, int at, int ordinal) {
            type = opened;
            control = number;
            start = at;
            first = ordinal;
        }

        private void close(int end) {
            transactions.add(
                    new TransactionReport(
                            transactions.size() + 1,
                            1,
                            type,
                            new ControlNumber(control),
                            start,
                            end,
                            first,
                            Verdict.ACCEPTED,
                            List.of()));
        }

        private InterchangeHeader isa(String[] e) {
            return new InterchangeHeader(
                    Standard.X12,
                    new PartyId(e[5], e[6]),
                    new PartyId(e[7], e[8]),
                    new ControlNumber(e[13]),
                    e[12],
                    "",
                    e[9],
                    e[10],
                    false,
                    e[15].equals("T"),
                    delimiters);
        }

        private InterchangeHeader unb(String[] e) {
            var syntax = e[1].split(":");
            var sender = e[2].split(":");
            var receiver = e[3].split(":");
            var when = e[4].split(":");
            return new InterchangeHeader(
                    Standard.EDIFACT,
                    new PartyId(sender[1], sender[0]),
                    new PartyId(receiver[1], receiver[0]),
                    new ControlNumber(e[5]),
                    syntax[1],
                    syntax[0],
                    when[0],
                    when[1],
                    false,
                    false,
                    delimiters);
        }
    }
}
