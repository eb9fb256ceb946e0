package io.retrogate.acknowledge;

import io.retrogate.edi.ControlNumber;
import io.retrogate.edi.Delimiters;
import io.retrogate.edi.DocumentProblem;
import io.retrogate.edi.Finding;
import io.retrogate.edi.Finding.Severity;
import io.retrogate.edi.GroupReport;
import io.retrogate.edi.InterchangeHeader;
import io.retrogate.edi.InterchangeReport;
import io.retrogate.edi.MessageType;
import io.retrogate.edi.PartyId;
import io.retrogate.edi.Standard;
import io.retrogate.edi.TransactionReport;
import io.retrogate.edi.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Any report that a validation could give, from a seed. */
final class RandomReports {

    private static final String NASTY = "AZ09 *>~^|+:'?\\\n\u0001\u00e9\u2026.-";
    private final Random random;

    RandomReports(long seed) {
        this.random = new Random(seed);
    }

    InterchangeReport next() {
        var header = random.nextBoolean() ? x12() : edifact();
        var findings = list(random.nextInt(8) == 0 ? 2 : 0, i -> finding());
        var groups = list(1 + random.nextInt(3), i -> group(header.standard(), i));
        return new InterchangeReport(
                Optional.of(header), 0, 99, any(Verdict.values()), findings, groups);
    }

    private InterchangeHeader x12() {
        var delimiters =
                any(
                        Reports.X12,
                        new Delimiters('|', '\\', '\n', '\0', '\0', '.'),
                        new Delimiters('+', ':', '\'', '^', '\0', '.'),
                        new Delimiters('A', '>', '~', '\0', '\0', '.'));
        return Reports.x12Header(delimiters, random.nextBoolean());
    }

    private InterchangeHeader edifact() {
        var delimiters =
                any(
                        Reports.EDIFACT,
                        new Delimiters('|', ';', '~', '\0', '!', ','),
                        new Delimiters('+', ':', '\'', '\0', ' ', '.'));
        return Reports.edifactHeader(any("3", "4"), delimiters);
    }

    private GroupReport group(Standard standard, int ordinal) {
        var transactions = list(random.nextInt(4), i -> transaction(standard, ordinal * 10 + i));
        return new GroupReport(
                ordinal,
                standard == Standard.X12 ? any("SH", "AN") : "",
                new PartyId("", any("ACMEAPP", "OTHER")),
                new PartyId("", "RETAPP"),
                new ControlNumber(Integer.toString(ordinal)),
                any("004010", "004010VICS", ""),
                random.nextInt(5) - 1,
                any(Verdict.values()),
                list(random.nextInt(3), i -> finding()),
                transactions);
    }

    private TransactionReport transaction(Standard standard, int number) {
        var type =
                standard == Standard.X12
                        ? MessageType.x12(any("856", "180"), "004010")
                        : MessageType.edifact("RETANN", "D01B", any("", "EAN003", "EN"));
        return new TransactionReport(
                number,
                1,
                type,
                new ControlNumber("%04d".formatted(number)),
                0,
                1,
                1,
                any(Verdict.values()),
                list(random.nextInt(6), i -> finding()));
    }

    private Finding finding() {
        return new Finding(
                any(DocumentProblem.values()),
                any(Severity.values()),
                Reports.at(
                        any("SN1", "N9", "", "XYZZY", "q"),
                        random.nextInt(20),
                        random.nextInt(12),
                        random.nextInt(3)),
                any("", "355", "BSN", "E382"),
                text(random.nextInt(130)),
                "Something is wrong.");
    }

    private String text(int length) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(NASTY.charAt(random.nextInt(NASTY.length())));
        }
        return text.toString();
    }

    @SafeVarargs
    private <T> T any(T... values) {
        return values[random.nextInt(values.length)];
    }

    private static <T> List<T> list(int size, IntFunction<T> element) {
        return IntStream.rangeClosed(1, size).mapToObj(element).toList();
    }
}
