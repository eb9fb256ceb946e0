package io.retrogate.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.edi.Delimiters;
import io.retrogate.edi.InterchangeReport;
import io.retrogate.edi.MessageType;
import io.retrogate.edi.Standard;
import io.retrogate.edi.schema.Schemas;
import io.retrogate.partner.Policies;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookAheadTest {

    private static final Delimiters STARS = new Delimiters('*', '>', '~', (char) 0, (char) 0, '.');
    private static final MessageType RETURN = MessageType.x12("180", "004010");

    private final Schemas schemas = Schemas.builtIn();
    private final FastLane lane = FastLane.compiled(Long.MAX_VALUE);
    private final ContentRules rules = ContentRules.builtIn();

    /** Sets of several messages, some with a wrong byte or count, in groups of any length. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void saysWhatOneThreadSays(int threads) throws IOException {
        var random = new Random(threads);
        var whole = interchange(random, 400_000) + interchange(random, 100_000);
        var cut = whole.substring(0, whole.length() / 2);
        for (var text : List.of(whole, cut, whole.replace("~\n", "~"), whole.replace("~", "|"))) {
            var document = new Document(text);

            var said = validator(threads).validate(document, Optional.empty());

            assertThat(said).isEqualTo(validator(1).validate(document, Optional.empty()));
            assertThat(said).flatExtracting(InterchangeReport::groups).isNotEmpty();
        }
    }

    @Test
    void knowsASetThatIsSurelyRightAndNoOther() throws IOException {
        var good = set("x12/180/request-accepted");
        var bad = set("x12/180/rejected-bad-quantity");
        var text = (good + bad + good).repeat(100);
        var reader = reader(text);
        try (var ahead = new LookAhead(lane, 2)) {
            var first = ahead.at(reader.next().orElseThrow(), certainty(), reader);
            assertThat(first).isEqualTo(new LookAhead.Sure(0, good.length() - 1, segments(good)));
            reader.passTo(good.length() - 1, segments(good));

            assertThat(ahead.at(reader.next().orElseThrow(), certainty(), reader)).isNull();
            readThrough(reader, segments(bad) - 1);
            assertThat(ahead.at(reader.next().orElseThrow(), certainty(), reader)).isNotNull();
        }
    }

    @Test
    void knowsNothingOfAnotherMessage() throws IOException {
        var reader = reader(set("x12/180/request-accepted").repeat(300));
        try (var ahead = new LookAhead(lane, 2)) {
            assertThat(ahead.at(reader.next().orElseThrow(), certainty(), reader)).isNotNull();
            var other = certainty(MessageType.x12("180", "005010"));
            readThrough(reader, segments(set("x12/180/request-accepted")) - 1);
            assertThat(ahead.at(reader.next().orElseThrow(), other, reader)).isNull();
        }
    }

    @Test
    void leavesWhatOthersLookAtAlone() throws IOException {
        var text = set("x12/180/request-accepted").repeat(3000);
        var reader = reader(text);
        var header = reader.next().orElseThrow();
        var block = reader.ahead(header, 1000, 5000);

        readThrough(reader, 40_000);

        assertThat(new String(block.buffer(), block.from(), 5000, StandardCharsets.ISO_8859_1))
                .isEqualTo(text.substring(1000, 6000));
    }

    /** Each would have to be read as far as the segment's end. */
    @Test
    void takesNoReleasedTerminatorForTheEndOfASegment() throws IOException {
        var sample = Document.sample("edifact/retann/d01b-accepted").text();
        var set = sample.substring(sample.indexOf("UNH+"), sample.indexOf("UNZ+"));

        assertThat(looksAt("FTX+AAI+++a'" + set)).hasSize(1);
        assertThat(looksAt("FTX+AAI+++a?'" + set)).isEmpty();
    }

    /** More would only take more room. */
    @Test
    void countsOnThirtyTwoThreadsAtMost() throws IOException {
        var set = set("x12/180/request-accepted");
        var reader = reader(set.repeat(300));
        try (var ahead = new LookAhead(lane, 20_000)) {
            assertThat(ahead.at(reader.next().orElseThrow(), certainty(), reader))
                    .isEqualTo(new LookAhead.Sure(0, set.length() - 1, segments(set)));
        }
    }

    private List<LookAhead.Sure> looksAt(String text) {
        var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        var type = MessageType.edifact("RETANN", "D01B", "EAN003");
        var plan = lane.plan(schemas.find(type).orElseThrow(), Standard.EDIFACT).orElseThrow();
        var plus = new Delimiters('+', ':', '\'', (char) 0, '?', '.');
        var beyond = rules.of(type, Policies.STANDARD, Optional.empty(), true);
        var certainty = new Certainty(plan, Repertoire.LATIN, beyond, plus);
        var block = new Block(bytes, 0, bytes.length, 0);
        var tag = "UNH".getBytes(StandardCharsets.ISO_8859_1);
        return new Stretch(block, 0, bytes.length, certainty, lane, tag).call().sure();
    }

    private static SegmentReader reader(String text) {
        var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return new SegmentReader(
                new ByteWindow(new ByteArrayInputStream(bytes), bytes.length), STARS);
    }

    private static void readThrough(SegmentReader reader, int segments) throws IOException {
        for (int i = 0; i < segments; i++) {
            reader.next();
        }
    }

    private Certainty certainty() {
        return certainty(RETURN);
    }

    private Certainty certainty(MessageType type) {
        var plan = lane.plan(schemas.find(type).orElseThrow(), Standard.X12).orElseThrow();
        var beyond = rules.of(type, Policies.STANDARD, Optional.empty(), true);
        return new Certainty(plan, Repertoire.LATIN, beyond, STARS);
    }

    private StaediValidator validator(int threads) {
        return new StaediValidator(schemas, lane, rules, threads, 0);
    }

    /** From ST to behind SE, with a line end. */
    private static String set(String sample) throws IOException {
        var text = Document.sample(sample).text();
        int from = text.indexOf("ST*");
        return text.substring(from, text.indexOf("~", text.indexOf("~\nSE*") + 1) + 2);
    }

    private static int segments(String set) {
        return (int) set.chars().filter(c -> c == '~').count();
    }

    private static String interchange(Random random, int size) throws IOException {
        var sets =
                List.of(
                        set("x12/180/request-accepted"),
                        set("x12/856/return-shipment-accepted"),
                        set("x12/861/accepted"));
        var groups = List.of("AN", "SH", "RC");
        var text =
                new StringBuilder(
                        "ISA*00*          *00*          *ZZ*ACMERETAIL     *ZZ*RETROGATE      "
                                + "*261102*0915*U*00401*000001002*0*P*>~\n");
        int number = 0;
        int group = 0;
        while (text.length() < size) {
            int kind = random.nextInt(sets.size());
            int many = 1 + random.nextInt(random.nextInt(10) == 0 ? 400 : 20);
            text.append("GS*" + groups.get(kind) + "*ACMERETAIL*RETROGATE*20261102*0915*");
            text.append(++group).append("*X*004010~\n");
            for (int i = 0; i < many; i++) {
                text.append(changed(sets.get(kind), ++number, random));
            }
            text.append("GE*" + many + "*" + group + "~\n");
        }
        return text + "IEA*" + group + "*000001002~\n";
    }

    private static String changed(String set, int number, Random random) {
        var text =
                new StringBuilder(
                        set.replaceFirst("(ST\\*\\d+\\*)\\d+", "$1" + (1000 + number))
                                .replaceFirst("(SE\\*\\d+\\*)\\d+", "$1" + (1000 + number)));
        if (random.nextInt(40) == 0) {
            int count = text.lastIndexOf("*");
            text.setCharAt(count - 1, (char) ('0' + random.nextInt(10)));
        }
        if (random.nextInt(40) == 0) {
            text.setCharAt(random.nextInt(text.length()), "X*~0>".charAt(random.nextInt(5)));
        }
        return text.toString();
    }
}
