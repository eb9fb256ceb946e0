package io.retrogate.validate;

import io.retrogate.edi.Content;
import io.retrogate.edi.Delimiters;
import io.retrogate.edi.DocumentProblem;
import io.retrogate.edi.GatewayException;
import io.retrogate.edi.InterchangeReport;
import io.retrogate.edi.Verdict;
import io.retrogate.edi.schema.Schemas;
import io.retrogate.partner.TradingPartner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the envelopes itself, byte for byte, and asks StAEDI about each transaction set. Everything
 * is read as ISO 8859-1, so no byte can stop it and every character has the offset of its byte.
 */
final class StaediValidator implements Validator {

    /** A transaction set or group alone, as tools show it. */
    private static final Pattern WITHOUT_ENVELOPE =
            Pattern.compile("^(?:(UN[HG])|ST|GS)(?=[^0-9A-Za-z])");

    private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";

    /** After so many broken interchanges in one content, what is left is taken for noise. */
    private static final int MOST_BROKEN = 100;

    private final Schemas schemas;
    private final FastLane fastLane;
    private final ContentRules rules;
    private final int threads;
    private final long large;

    StaediValidator(Schemas schemas, FastLane fastLane, ContentRules rules) {
        this(schemas, fastLane, rules, 1, 0);
    }

    /**
     * @param threads how many look at a large content
     * @param large from so many bytes on
     */
    StaediValidator(
            Schemas schemas, FastLane fastLane, ContentRules rules, int threads, long large) {
        this.schemas = schemas;
        this.fastLane = fastLane;
        this.rules = rules;
        this.threads = threads;
        this.large = large;
    }

    @Override
    public List<InterchangeReport> validate(Content content, Optional<TradingPartner> partner) {
        try (var bytes = content.open();
                var ahead = new LookAhead(fastLane, content.size() < large ? 1 : threads)) {
            var window = new ByteWindow(bytes, content.size());
            if (window.peek(3).equals(BYTE_ORDER_MARK)) {
                window.pass(3);
            }
            var late = TradingPartner.lateFaults(partner);
            var reports = new ArrayList<InterchangeReport>();
            SegmentReader.passBlanks(window);
            int broken = 0;
            do {
                var report =
                        broken < MOST_BROKEN
                                ? interchange(window, content, ahead, partner)
                                : unreadable(window.offset(), content.size(), "");
                reports.add(late.applied(report));
                broken += whole(report) ? 0 : 1;
                SegmentReader.passBlanks(window);
            } while (window.peek() >= 0 && broken <= MOST_BROKEN);
            return reports;
        } catch (IOException e) {
            throw new GatewayException(ValidateProblem.CONTENT_UNREADABLE, "cannot read", e);
        }
    }

    private InterchangeReport interchange(
            ByteWindow window, Content content, LookAhead ahead, Optional<TradingPartner> partner)
            throws IOException {
        long start = window.offset();
        var beginning = window.peek(40);
        boolean x12 = beginning.startsWith("ISA");
        Optional<Delimiters> delimiters = Headers.read(window);
        if (delimiters.isEmpty()) {
            return unreadable(start, nextHeader(window), beginning);
        }
        var judge = new TransactionJudge(content, schemas, fastLane, ahead, rules, partner);
        var reading = new InterchangeReading(delimiters.get(), judge, start);
        var check = new HeaderCheck(partner);
        var wide = Headers.wideTerminator(window);
        if (!wide.isEmpty()) {
            var reader = new SegmentReader(window, delimiters.get());
            reading.readHeader(reader, new X12Envelope(check), wide);
            return reading.endingAt(nextHeader(window));
        }
        var report =
                reading.read(
                        new SegmentReader(window, delimiters.get()),
                        x12 ? new X12Envelope(check) : new EdifactEnvelope(check));
        return report.header().isPresent()
                ? report
                : unreadable(start, nextHeader(window), beginning);
    }

    private static boolean whole(InterchangeReport report) {
        return report.header().isPresent()
                && report.findings().stream()
                        .noneMatch(f -> f.problem() == DocumentProblem.INTERCHANGE_TRUNCATED);
    }

    /** Passes over what is not EDI; the offset where EDI starts again, or the content's end. */
    private static long nextHeader(ByteWindow window) throws IOException {
        while (window.peek() >= 0 && !Headers.credible(window)) {
            window.pass(1);
        }
        return window.offset();
    }

    private static InterchangeReport unreadable(long start, long end, String beginning) {
        var why = unreadable(beginning);
        var finding = Findings.ofContent(DocumentProblem.INTERCHANGE_UNREADABLE, 0, beginning, why);
        return new InterchangeReport(
                Optional.empty(), start, end, Verdict.REJECTED, List.of(finding), List.of());
    }

    private static String unreadable(String beginning) {
        if (beginning.isEmpty()) {
            return "There is nothing in it.";
        }
        if (beginning.startsWith("ISA")) {
            return "ISA is not 106 characters long with its separators in place.";
        }
        var bare = WITHOUT_ENVELOPE.matcher(beginning);
        if (bare.find()) {
            boolean x12 = bare.group(1) == null;
            return "It starts with "
                    + bare.group()
                    + (x12 ? "; ISA and GS" : "; UNB")
                    + " should have come before.";
        }
        return "No interchange starts here.";
    }
}
