package io.retrogate.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.partner.FolderProblem;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A file whose aliases stand in what they name, or multiply it, is refused at its line, at once.
 */
@Timeout(30)
class AliasBombsTest {

    private static final List<String> FILES =
            List.of("agreement.yaml", "guide/a.yaml", "mapping/a.yaml");

    static Stream<Arguments> bombs() {
        var bombs =
                List.of(
                        "a: 1\nb: &b\n  c: *b\n",
                        "a: 1\nb: &b [*b, *b]\n",
                        "a: 1\nb: &b\n  c: &c [*b, *c]\n",
                        "a: 1\n<<: &b\n  <<: *b\n",
                        "a: 1\n" + laughs(9, 9),
                        "a: 1\n" + laughs(40, 2),
                        "a: 1\n" + laughs(16, 3),
                        "a: 1\nb: &b [x]\nc: [" + repeated("*b", 60_000) + "]\n");
        return FILES.stream().flatMap(file -> bombs.stream().map(it -> Arguments.of(file, it)));
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void areRefusedAtTheirLine(String file, String bomb) {
        var problems = new PlayedFolder(file).with(bytes(bomb)).problems();

        assertThat(problems)
                .filteredOn(it -> !it.isWarning())
                .singleElement()
                .satisfies(it -> assertThat(it.file().toString()).endsWith(file))
                .satisfies(it -> assertThat(it.line()).isPositive())
                .satisfies(it -> assertThat(it.explanation()).containsIgnoringCase("alias"));
    }

    @Test
    void areRefusedAmongTheRulesOfAMapping() {
        var rules =
                IntStream.rangeClosed(1, 16)
                        .mapToObj(
                                i ->
                                        "  - { each: N9, to: references, do: &r"
                                                + i
                                                + " ["
                                                + (i == 1
                                                        ? "{ from: N9.02, to: value }"
                                                        : repeated(
                                                                "{ each: N9, to: references, do: *r"
                                                                        + (i - 1)
                                                                        + " }",
                                                                3))
                                                + "] }\n")
                        .collect(Collectors.joining());
        var text =
                "mapping: acme-947\nmessage: X12 947 004010\ntables: x12\n"
                        + "kind:\n  - { is: inventory.adjustment }\nin:\n"
                        + rules;

        assertThat(new PlayedFolder("mapping/a.yaml").with(bytes(text)).problems())
                .singleElement()
                .extracting(FolderProblem::toString)
                .asString()
                .contains("mapping/a.yaml:", "alias");
    }

    /** So many levels, each of which names the one before so many times. */
    private static String laughs(int levels, int times) {
        return IntStream.rangeClosed(1, levels)
                .mapToObj(
                        i ->
                                "l%d: &l%d [%s]\n"
                                        .formatted(
                                                i,
                                                i,
                                                repeated(i == 1 ? "ha" : "*l" + (i - 1), times)))
                .collect(Collectors.joining());
    }

    private static String repeated(String word, int times) {
        return String.join(", ", Collections.nCopies(times, word));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
