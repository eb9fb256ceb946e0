package io.retrogate.edi.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrogate.edi.MessageType;
import io.xlate.edi.schema.EDIComplexType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever edits a tree or a dictionary is told where a mistake is and what belongs there. */
class SourceMistakesTest {

    private static final String DICTIONARY =
            """
            # ours
            128 ID 2-3 RZ QJ
            127 AN 1-30

            C040 128! 127!

            BGN 128! 127
            N9 128! 127 C040 | R0203
            """;

    private static final String TREE =
            """
            versions 004010 005010

            BGN !
            loop N9 10 005010:*
              BGN - 005010:!2
            """;

    private final Map<String, String> files =
            new HashMap<>(
                    Map.of(
                            "x12/004010.dictionary", DICTIONARY,
                            "x12/005010.dictionary", "extends 004010\n127 AN 1-50\n",
                            "x12/180.tree", TREE));

    @Test
    void readsWhatDiffersBetweenVersionsFromOneTree() {
        assertThat(lines("004010")).containsExactly("BGN 1 1", "N9/ 0 10", "N9/N9 1 1");
        assertThat(lines("005010"))
                .containsExactly("BGN 1 1", "N9/ 0 unbounded", "N9/N9 1 1", "N9/BGN 1 2");
        assertThat(segment("004010", "BGN").getReferences().get(1).getReferencedType().toString())
                .contains("maxLength: 30");
        assertThat(segment("005010", "BGN").getReferences().get(1).getReferencedType().toString())
                .contains("maxLength: 50");
    }

    @Test
    void refusesVersionsThatExtendEachOther() {
        files.compute("x12/004010.dictionary", (name, text) -> "extends 005010\n" + text);

        assertThatThrownBy(() -> lines("004010"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("x12/005010.dictionary line 1: expected a version that");
    }

    @Test
    void readsThatAnElementMayRepeat() {
        files.compute("x12/004010.dictionary", (name, text) -> text + "ZZ 127!x10\n");
        files.compute("x12/180.tree", (name, text) -> text + "ZZ\n");

        var repeated = segment("004010", "ZZ").getReferences().get(0);

        assertThat(repeated.getMinOccurs()).isEqualTo(1);
        assertThat(repeated.getMaxOccurs()).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "127 AN 1-30  | 127 AN 30     | line 3: expected an element such as",
                "127 AN 1-30  | none          | line 3: expected an element such as",
                "127 AN 1-30  | 126 AN 1-30   | line 5: expected 127 to be in the dictionary",
                "127 AN 1-30  | 128 AN 1-30   | line 3: expected 128 to be said once",
                "127 AN 1-30  | n9 AN 1-30    | line 3: expected the number of an element",
                "C040 128!    | C041 128!     | line 8: expected C040 to be in the dictionary",
                "N9 128!      | N9 x128!      | line 8: expected the number of an element",
                "N9 128!      | N9 128!x0     | line 8: expected the number of an element",
                "R0203        | R0204         | line 8: expected positions from 1 to 3",
                "R0203        | X0203         | line 8: expected a relation such as P0304",
            })
    void findsMistakesInADictionary(String right, String wrong, String message) {
        assertMistake("x12/004010.dictionary", right, wrong == null ? "127" : wrong, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "versions 004010|version 004010|line 1: expected 'versions' and their names",
                "BGN !|BGN ?|line 3: expected how often",
                "BGN !|bgn !|line 3: expected the tag of a segment",
                "BGN !|ZZZ !|line 3: expected ZZZ to be in the dictionary",
                "loop N9|N9|line 5: expected no deeper indent, or 'loop' in the line above",
                "  BGN -|    BGN -|line 5: expected an indent of 2 or less",
                "005010:*|006010:*|line 4: expected a later one of [004010, 005010]",
                "005010:*|11|line 4: expected a later one of [004010, 005010]",
                "005010:!2|005010:!2 005010:3|line 5: expected a later one of [004010, 005010]",
                "  BGN - 005010:!2|loop N9|line 5: expected no second loop L_N9",
            })
    void findsMistakesInATree(String right, String wrong, String message) {
        assertMistake("x12/180.tree", right, wrong, message);
    }

    @Test
    void findsAVersionWithoutADictionary() {
        files.remove("x12/004010.dictionary");

        assertThatThrownBy(() -> lines("004010"))
                .hasMessageStartingWith("x12/180.tree line 1: expected the file x12/004010.dict");
        assertThatThrownBy(() -> lines("005010"))
                .hasMessageStartingWith("x12/005010.dictionary line 1: expected the file x12/0040");
    }

    @Test
    void findsABaseThatWouldOverrideWhatDiffers() {
        files.put("x12/005010.dictionary", "127 AN 1-50\nextends 004010\n");

        assertThatThrownBy(() -> lines("005010"))
                .hasMessageStartingWith("x12/005010.dictionary line 2: expected 'extends' to come");
    }

    @Test
    void findsAnEmptyFile() {
        files.put("x12/180.tree", "# nothing\n");

        assertThatThrownBy(() -> lines("004010")).hasMessage("x12/180.tree says nothing");
    }

    private void assertMistake(String file, String right, String wrong, String message) {
        assertThat(files.get(file)).contains(right);
        files.compute(file, (name, text) -> text == null ? "" : text.replace(right, wrong));

        assertThatThrownBy(() -> lines("004010"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(file + " " + message)
                .hasMessageContaining(", found '");
    }

    private List<String> lines(String version) {
        return tree(version).structure();
    }

    private EDIComplexType segment(String version, String tag) {
        var segment = tree(version).segments().get(tag);
        assertThat(segment).isNotNull();
        return segment;
    }

    private SchemaTree tree(String version) {
        var sources = new SchemaSources(file -> Optional.ofNullable(files.get(file)));
        return new SchemaTree(
                new Schemas(sources).find(MessageType.x12("180", version)).orElseThrow());
    }
}
