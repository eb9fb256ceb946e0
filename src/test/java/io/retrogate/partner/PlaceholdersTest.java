package io.retrogate.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceholdersTest {

    @TempDir Path folder;
    private final Placeholders placeholders =
            new Placeholders(Map.of("host", "acme", "port", "10")::get, Map.of("HOME", "h")::get);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no placeholder | no placeholder",
                "${host} | acme",
                "http://${host}:${port}/x | http://acme:10/x",
                "${url:http://localhost:1/a} | http://localhost:1/a",
                "${none:${host}} | acme",
                "${none:http://${nothing:x}:${port}} | http://x:10",
                "${none:}| ''",
                "${env:HOME} | h",
                "${env:host:default} | default",
                "${host:default} | acme",
                "${unclosed | ${unclosed",
                "${unknown} and ${host} | <unknown> and acme",
                "${env:UNKNOWN} | <env:UNKNOWN>",
                "${file:absent} | <file:absent>",
            })
    void putsValuesInPlace(String text, String expected) {
        assertThat(placeholders.resolve(text, folder, name -> "<" + name + ">"))
                .isEqualTo(expected);
    }

    @Test
    void readsAFileBesideTheOneThatNamesIt() throws Exception {
        Files.writeString(folder.resolve("token"), "  s3cret\n");

        assertThat(placeholders.resolve("${file:token}", folder, name -> "?")).isEqualTo("s3cret");
    }

    @Test
    void doesNotResolveWhatAValueHolds() {
        var nested = new Placeholders(Map.of("a", "${b}", "b", "B")::get, name -> null);

        assertThat(nested.resolve("${a}", folder, name -> "?")).isEqualTo("${b}");
    }
}
