package io.retrogate;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.edi.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProblemCatalogueTest {

    private static final Pattern ROW = Pattern.compile("^\\| ([A-Z0-9]{3}-\\d{3}) \\|");

    @Test
    void listsEveryIdOnceAndNoOther() throws IOException {
        var listed =
                Files.readAllLines(Path.of("src/docs/problems.md")).stream()
                        .map(ROW::matcher)
                        .filter(java.util.regex.Matcher::find)
                        .map(found -> found.group(1))
                        .toList();

        assertThat(listed).doesNotHaveDuplicates();
        assertThat(listed)
                .containsExactlyInAnyOrderElementsOf(
                        codes().stream().map(ProblemCode::id).toList());
    }

    @Test
    void tellsARemedyForEach() throws IOException {
        assertThat(codes()).hasSizeGreaterThan(50);
        assertThat(codes()).allSatisfy(code -> assertThat(code.remedy()).isNotBlank());
    }

    /** By their names, as the architecture wants them. */
    private static List<ProblemCode> codes() throws IOException {
        var codes = new ArrayList<ProblemCode>();
        var root = Path.of("target/classes");
        try (var files = Files.walk(root)) {
            files.map(file -> root.relativize(file).toString())
                    .filter(file -> file.endsWith("Problem.class"))
                    .map(file -> file.replace(".class", "").replace('/', '.'))
                    .map(ProblemCatalogueTest::type)
                    .filter(ProblemCode.class::isAssignableFrom)
                    .flatMap(type -> Stream.of(type.getEnumConstants()))
                    .forEach(constant -> codes.add((ProblemCode) constant));
        }
        return codes;
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
