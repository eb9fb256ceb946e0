package io.retrogate.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.edi.DocumentProblem;
import io.retrogate.edi.InterchangeReport;
import io.retrogate.edi.MessageType;
import io.retrogate.edi.Standard;
import io.retrogate.edi.schema.Schemas;
import io.retrogate.partner.TradingPartner;
import io.xlate.edi.schema.Schema;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Judges made-up and mutated documents with the fast lane and without it. Both must say the same,
 * and what is valid must nearly always have taken the fast lane.
 */
final class LaneComparison {

    private static final Set<String> DIRECTORY =
            Set.of("RETANN", "RETINS", "DESADV", "RECADV", "INVRPT", "IFTSTA", "APERAK");

    /** Made-up values have wrong check digits and totals; both lanes have to see that alike. */
    private static final Set<DocumentProblem> BEYOND_SYNTAX =
            Set.of(
                    DocumentProblem.LINE_COUNT_MISMATCH,
                    DocumentProblem.TOTAL_MISMATCH,
                    DocumentProblem.CHECK_DIGIT_WRONG,
                    DocumentProblem.PARENT_UNKNOWN,
                    DocumentProblem.LEVEL_NUMBER_REPEATED,
                    DocumentProblem.LEVEL_NUMBER_DESCENDS,
                    DocumentProblem.SERIALS_EXCEED_QUANTITY);

    private final Schemas schemas = Schemas.builtIn();
    private final StaediValidator reference =
            new StaediValidator(schemas, FastLane.closed(), ContentRules.builtIn());
    private final FastLane lane = FastLane.compiled(Long.MAX_VALUE);
    private final StaediValidator fast = new StaediValidator(schemas, lane, ContentRules.builtIn());
    private final List<MessageType> messages = messages();
    private final Random random;
    private final Map<String, Tally> tallies = new TreeMap<>();
    private boolean valid;

    LaneComparison(long seed) {
        random = new Random(seed);
    }

    /** What was seen of one kind of message. */
    static final class Tally {
        int valid;
        int invalid;
        int whole;
        int wholeInTheFastLane;

        static Tally sum(Map<String, Tally> tallies) {
            return tallies.values().stream().reduce(new Tally(), Tally::and);
        }

        Tally and(Tally other) {
            var sum = new Tally();
            sum.valid = valid + other.valid;
            sum.invalid = invalid + other.invalid;
            sum.whole = whole + other.whole;
            sum.wholeInTheFastLane = wholeInTheFastLane + other.wholeInTheFastLane;
            return sum;
        }

        @Override
        public String toString() {
            return valid
                    + " valid, "
                    + invalid
                    + " invalid; of "
                    + whole
                    + " valid as made up "
                    + wholeInTheFastLane
                    + " in the fast lane";
        }
    }

    /** Every message in every version that there is a schema for. */
    static List<MessageType> messages() {
        var schemas = Schemas.builtIn();
        return Stream.concat(
                        of(Standard.X12, X12Envelope.GROUP_OF.keySet(), "004010", "005010"),
                        Stream.concat(
                                of(Standard.EDIFACT, DIRECTORY, "D96A", "D97B", "D01B", "D10B"),
                                of(Standard.EDIFACT, Set.of("CONTRL"), "D3", "41")))
                .filter(type -> schemas.find(type).isPresent())
                .sorted(Comparator.comparing(MessageType::toString))
                .toList();
    }

    private static Stream<MessageType> of(
            Standard standard, Set<String> codes, String... versions) {
        return codes.stream()
                .flatMap(
                        code ->
                                Stream.of(versions)
                                        .map(v -> new MessageType(standard, code, v, "")));
    }

    /** Documents made by the schema of one message, widened or not, whole or mutated. */
    int round(MessageType type, Schema schema, Optional<TradingPartner> partner, int documents) {
        int spared = 0;
        for (int i = 0; i < documents; i++) {
            var segments = new GeneratedSet(random, '*', '>', (char) 0).of(schema);
            if (i % 2 == 0 && !segments.isEmpty()) {
                segments = new SegmentMutation(random, '*').of(segments);
            }
            spared += same(x12(type, segments), partner) ? 1 : 0;
        }
        return spared;
    }

    Map<String, Tally> rounds(int rounds) {
        for (int i = 0; i < rounds; i++) {
            round();
        }
        return tallies;
    }

    /** One document of each message, whole or mutated. */
    void round() {
        messages.forEach(this::one);
    }

    private void one(MessageType type) {
        boolean x12 = type.standard() == Standard.X12;
        char element = x12 ? '*' : '+';
        var segments =
                new GeneratedSet(random, element, x12 ? '>' : ':', x12 ? (char) 0 : '?')
                        .of(schemas.find(type).orElseThrow());
        int mutations = random.nextInt(10) < 4 ? 0 : 1 + random.nextInt(2);
        for (int i = mutations; i > 0; i--) {
            if (!segments.isEmpty()) {
                segments = new SegmentMutation(random, element).of(segments);
            }
        }
        var text = x12 ? x12(type, segments) : edifact(type, segments);
        boolean spared = same(text);
        var tally = tallies.computeIfAbsent(type.toString(), t -> new Tally());
        tally.valid += valid ? 1 : 0;
        tally.invalid += valid ? 0 : 1;
        if (valid && mutations == 0) {
            tally.whole++;
            tally.wholeInTheFastLane += spared ? 1 : 0;
        }
    }

    /** Fails if both do not say the same; whether StAEDI was spared. */
    boolean same(String text) {
        return same(text, Optional.empty());
    }

    /** Judged for this partner, hence with its guides. */
    boolean same(String text, Optional<TradingPartner> partner) {
        var document = new Document(text);
        long before = lane.sure();
        var expected = reference.validate(document, partner);
        var judged = fast.validate(document, partner);
        assertThat(judged).as(text).isEqualTo(expected);
        valid =
                expected.stream()
                        .flatMap(InterchangeReport::allFindings)
                        .allMatch(finding -> BEYOND_SYNTAX.contains(finding.problem()));
        return lane.sure() > before;
    }

    static String x12(MessageType type, List<String> segments) {
        var text =
                new StringBuilder(
                        "ISA*00*          *00*          *ZZ*ACMERETAIL     *ZZ*RETROGATE      "
                                + "*261102*0915*U*00401*000000001*0*P*>~GS*");
        text.append(X12Envelope.GROUP_OF.get(type.code())).append("*A*B*20261102*0915*1*X*");
        text.append(type.version()).append("~ST*").append(type.code()).append("*0001~");
        segments.forEach(segment -> text.append(segment).append('~'));
        text.append("SE*").append(segments.size() + 2);
        return text.append("*0001~GE*1*1~IEA*1*000000001~").toString();
    }

    static String edifact(MessageType type, List<String> segments) {
        var version = type.version().charAt(0) + ":" + type.version().substring(1);
        var agency = type.association().isEmpty() ? "UN" : type.association();
        var text = new StringBuilder("UNB+UNOC:3+401:14+409:14+261102:0915+1'UNH+1+");
        text.append(type.code()).append(':').append(version).append(':').append(agency);
        text.append('\'');
        segments.forEach(segment -> text.append(segment).append('\''));
        text.append("UNT+").append(segments.size() + 2);
        return text.append("+1'UNZ+1+1'").toString();
    }
}
