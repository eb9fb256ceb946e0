package io.retrogate;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.retrogate.edi.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
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
    void tellsARemedyForEach() {
        assertThat(codes()).hasSizeGreaterThan(50);
        assertThat(codes()).allSatisfy(code -> assertThat(code.remedy()).isNotBlank());
    }

    private static List<ProblemCode> codes() {
        var codes = new ArrayList<ProblemCode>();
        new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("io.retrogate")
                        .stream()
                        .filter(type -> type.isAssignableTo(ProblemCode.class) && type.isEnum())
                        .forEach(
                                type -> {
                                    for (var constant : type.reflect().getEnumConstants()) {
                                        codes.add((ProblemCode) constant);
                                    }
                                });
        return codes;
    }
}
