package io.retrogate.partner;

import static io.retrogate.partner.Told.shortly;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class YamlFileTest {

    @TempDir Path folder;
    private final Problems problems = new Problems();
    private final Placeholders placeholders =
            new Placeholders(Map.of("yes", "true")::get, name -> null);

    @Test
    void readsPlainValuesAsTheyAreMeant() throws Exception {
        var yaml =
                read(
                        "{a: 004010, b: no, c: 997, d: true, e: '1', f: , g: 1.10, h: '${yes}', i: 0x1F}");

        assertThat(yaml.orElseThrow().json())
                .hasToString(
                        "{\"a\":\"004010\",\"b\":\"no\",\"c\":997,\"d\":true,\"e\":\"1\","
                                + "\"f\":null,\"g\":\"1.10\",\"h\":\"true\",\"i\":\"0x1F\"}");
    }

    @Test
    void typesAPlainValueAfterItsPlaceholderIsResolved() throws Exception {
        assertThat(read("a: ${yes}").orElseThrow().json()).hasToString("{\"a\":true}");
    }

    @Test
    void knowsTheLineOfEachValue() throws Exception {
        var yaml = read("# comment\na:\n  - x\n  -\n    b/c: 1\nd: e\n").orElseThrow();

        assertThat(yaml.line("/a")).isEqualTo(2);
        assertThat(yaml.line("/a/0")).isEqualTo(3);
        assertThat(yaml.line("/a/1/b~1c")).isEqualTo(5);
        assertThat(yaml.line("/a/1/absent/more")).isEqualTo(5);
        assertThat(yaml.line("/d")).isEqualTo(6);
        assertThat(yaml.line("/absent")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: 1\nb: [",
                "a: 1\na: 2",
                "a: 1\n\tb: 2",
                "a: x\nb: &anchor {}\n",
                "a: &a\n  b: *a\n",
                "a: 1\n{x: y}: 2",
                "a: b\nc: d: e",
                "a: x\n--- \nb: y",
            })
    void saysWhereItIsNoYaml(String text) throws Exception {
        assertThat(read(text)).isEmpty();
        assertThat(shortly(problems.all()))
                .isNotEmpty()
                .allSatisfy(told -> assertThat(told).matches("PRT-003 x.yaml:[123]"));
    }

    @Test
    void refusesAnEmptyFileAndOneThatIsTooDeepOrNoText() throws Exception {
        assertThat(read("# nothing")).isEmpty();
        assertThat(read("[".repeat(5000))).isEmpty();
        Files.write(folder.resolve("x.yaml"), new byte[] {'a', ':', (byte) 0xFF});
        assertThat(YamlFile.read(folder.resolve("x.yaml"), placeholders, problems)).isEmpty();
        assertThat(problems.all()).hasSize(3);
    }

    @Test
    void namesAPlaceholderWithoutValue() throws Exception {
        assertThat(read("a: 1\nb: ${nobody.knows}")).isEmpty();
        assertThat(problems.all().get(0).toString())
                .contains("x.yaml:2: PRT-007")
                .contains("${nobody.knows}");
    }

    private Optional<YamlFile> read(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("x.yaml"), text);
        return YamlFile.read(file, placeholders, problems);
    }
}
