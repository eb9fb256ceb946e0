package io.retrogate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Camel's own tooling opens the files of partners without an error: they fit its schema. */
class CamelYamlSchemaTest {

    private static final JsonSchema SCHEMA = schema();

    private static JsonSchema schema() {
        try (var in = CamelYamlSchemaTest.class.getResourceAsStream("/schema/camelYamlDsl.json")) {
            JsonNode read = new ObjectMapper().readTree(in);
            return JsonSchemaFactory.getInstance(VersionFlag.V4).getSchema(read);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static Stream<Path> files() throws IOException {
        List<Path> all = new java.util.ArrayList<>();
        for (String root : List.of("routes", "src/docs/examples")) {
            try (var files = Files.walk(Path.of(root))) {
                files.filter(f -> f.toString().endsWith(".camel.yaml")).forEach(all::add);
            }
        }
        assertThat(all).hasSizeGreaterThan(3);
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void fits(Path file) throws IOException {
        assertThat(SCHEMA.validate(json(Files.readString(file)))).isEmpty();
    }

    @Test
    void wouldShowAMistake() throws IOException {
        String good = Files.readString(Path.of("src/docs/examples/kestrel/receive.camel.yaml"));
        assertThat(SCHEMA.validate(json(good.replace("steps:", "stepz:")))).isNotEmpty();
        assertThat(SCHEMA.validate(json(good.replace("routeTemplateRef:", "template:"))))
                .isNotEmpty();
    }

    private static JsonNode json(String yaml) {
        Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        return new ObjectMapper().valueToTree(Map.of("all", read)).get("all");
    }
}
