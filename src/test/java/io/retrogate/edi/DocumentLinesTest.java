package io.retrogate.edi;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.edi.schema.Schemas;
import io.xlate.edi.schema.EDIComplexType;
import io.xlate.edi.schema.EDIReference;
import io.xlate.edi.schema.EDIType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentLinesTest {

    private static final Schemas SCHEMAS = Schemas.builtIn();

    @Test
    void belongsToTheLineThatOpenedLast() {
        var lines = lines("180", "ST BGN N1 BLI*UP N9 LX BLI*UP RDR SE");

        assertThat(owners(lines, 9)).containsExactly(0, 0, 0, 1, 1, 1, 2, 2, 0);
        assertThat(lines.number(2)).isEqualTo("2");
        assertThat(lines.at(0)).isEqualTo(DocumentLines.NONE);
        assertThat(lines.at(10)).isEqualTo(DocumentLines.NONE);
    }

    @Test
    void endsWithTheLoopAroundItButNotWithOneInIt() {
        var lines = lines("940", "ST W05 LX*1 MAN W01*1 LS LX*1 N9 LE N9 LX*2 N9 W01*1 W76 SE");

        assertThat(owners(lines, 15)).containsExactly(0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 0, 0, 2, 0, 0);
    }

    @Test
    void isCalledWhatTheDocumentCallsIt() {
        var lines = lines("RETANN", "UNH BGM LIN*10 QTY LIN QTY UNS CNT UNT");

        assertThat(lines.number(1)).isEqualTo("10");
        assertThat(lines.number(2)).isEqualTo("2");
        assertThat(owners(lines, 9)).containsExactly(0, 0, 1, 1, 2, 2, 0, 0, 0);
    }

    @Test
    void takesTheLevelsBelowAnItemWithIt() {
        var lines =
                lines(
                        "856",
                        "ST BSN HL*1**S TD1 HL*2*1*I LIN*7 SN1 HL*3*2*P MAN HL*4*2*I LIN*8"
                                + " HL*5*1*I LIN*9 CTT SE");

        assertThat(owners(lines, 15)).containsExactly(0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 3, 3, 0, 0);
        assertThat(IntStream.rangeClosed(1, 3).mapToObj(lines::number))
                .containsExactly("7", "8", "9");
        assertThat(lines.with(bits(1))).isEqualTo(bits(1, 2));
        assertThat(lines.with(bits(2))).isEqualTo(bits(2));
        assertThat(lines.with(bits(3))).isEqualTo(bits(3));
    }

    @Test
    void areNotInEveryDocument() {
        assertThat(DocumentLines.areIn(MessageType.x12("214", "004010"))).isFalse();
        assertThat(lines("214", "ST B10 LX*1 AT7 SE").count()).isZero();
    }

    static Stream<MessageType> messages() {
        return DocumentLines.SHAPES.keySet().stream()
                .sorted()
                .flatMap(
                        code ->
                                Character.isDigit(code.charAt(0))
                                        ? versions(Standard.X12, code)
                                                .map(it -> MessageType.x12(code, it))
                                        : versions(Standard.EDIFACT, code)
                                                .map(it -> MessageType.edifact(code, it, "EN")));
    }

    private static Stream<String> versions(Standard standard, String code) {
        return SCHEMAS.versions(standard, code).stream();
    }

    /** By the schemas: nothing that can follow a line is taken for a part of it. */
    @ParameterizedTest
    @MethodSource("messages")
    void endWhereTheSchemaEndsThem(MessageType type) {
        var shape = DocumentLines.SHAPES.get(type.code());
        var schema = SCHEMAS.find(type).orElseThrow();
        var path = new ArrayList<EDIComplexType>();
        assertThat(find(schema.getStandard(), shape.opens(), path)).isTrue();

        var following = new TreeSet<String>();
        for (int i = 1; i < path.size(); i++) {
            var loop = path.get(i);
            behind(path.get(i - 1), loop).forEach(it -> following.add(first(it)));
            if (i < path.size() - 1) {
                following.add(first(loop));
            }
        }
        following.remove(shape.opens());
        assertThat(shape.ends()).containsAll(following);
        assertThat(inside(path.get(path.size() - 1))).doesNotContainAnyElementsOf(shape.ends());
    }

    /** What can come next behind the loop: up to what has to come. */
    private static List<EDIReference> behind(EDIComplexType around, EDIComplexType loop) {
        var behind =
                around.getReferences().stream()
                        .dropWhile(it -> it.getReferencedType() != loop)
                        .skip(1)
                        .toList();
        int last = 0;
        while (last < behind.size() && behind.get(last).getMinOccurs() == 0) {
            last++;
        }
        return behind.subList(0, Math.min(behind.size(), last + 1));
    }

    private static boolean find(EDIComplexType at, String opens, List<EDIComplexType> path) {
        path.add(at);
        boolean here = at.getType() == EDIType.Type.LOOP && first(at).equals(opens);
        if (here || loops(at).anyMatch(it -> find(it, opens, path))) {
            return true;
        }
        path.remove(path.size() - 1);
        return false;
    }

    private static Stream<EDIComplexType> loops(EDIComplexType at) {
        return at.getReferences().stream()
                .map(EDIReference::getReferencedType)
                .filter(it -> it.getType() == EDIType.Type.LOOP)
                .map(EDIComplexType.class::cast);
    }

    private static String first(EDIReference reference) {
        var type = reference.getReferencedType();
        return type.getType() == EDIType.Type.LOOP ? first((EDIComplexType) type) : type.getCode();
    }

    private static String first(EDIComplexType loop) {
        return first(loop.getReferences().get(0));
    }

    /** The tags in a loop, but those of loops that LS and LE enclose. */
    private static List<String> inside(EDIComplexType loop) {
        return loop.getReferences().stream()
                .flatMap(
                        it ->
                                it.getReferencedType().getType() != EDIType.Type.LOOP
                                        ? Stream.of(it.getReferencedType().getCode())
                                        : first(it).equals("LS")
                                                ? Stream.empty()
                                                : inside((EDIComplexType) it.getReferencedType())
                                                        .stream())
                .toList();
    }

    private static BitSet bits(int... set) {
        return IntStream.of(set).collect(BitSet::new, BitSet::set, BitSet::or);
    }

    private static List<Integer> owners(DocumentLines lines, int segments) {
        var owners = new ArrayList<Integer>();
        for (int i = 1; i <= segments; i++) {
            owners.add(lines.at(i));
        }
        return owners;
    }

    private static DocumentLines lines(String code, String segments) {
        var text = Stream.of(segments.split(" ")).collect(Collectors.joining("~", "", "~"));
        var delimiters = new Delimiters('*', '>', '~', '^', (char) 0, '.');
        return DocumentLines.of(MessageType.x12(code, "004010"), PlainSegment.of(text, delimiters));
    }
}
