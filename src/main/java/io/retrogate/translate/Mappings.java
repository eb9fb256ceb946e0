package io.retrogate.translate;

import io.retrogate.edi.MessageType;
import io.xlate.edi.schema.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** The compiled mappings, one for each message in each version. */
final class Mappings {

    /** Those in this jar, under {@code /mapping}. */
    private static final List<String> BUILT_IN =
            List.of(
                    "x12-004010-180",
                    "x12-004010-856",
                    "edifact-d01b-retann",
                    "edifact-d96a-retann",
                    "edifact-d01b-desadv");

    private final List<Mapping> mappings;

    private Mappings(List<Mapping> mappings) {
        this.mappings = mappings;
    }

    static Mappings builtIn(Function<MessageType, Optional<Schema>> schemas) {
        var compiled = new ArrayList<Mapping>();
        var shape = TargetShape.ofMessage();
        for (var name : BUILT_IN) {
            compiled.add(compile(builtInText(name), schemas, shape));
        }
        return of(compiled);
    }

    static Mappings of(List<Mapping> mappings) {
        return new Mappings(List.copyOf(mappings));
    }

    static Mapping compile(
            MappingText text, Function<MessageType, Optional<Schema>> schemas, TargetShape shape) {
        var schema =
                schemas.apply(text.message())
                        .orElseThrow(
                                () ->
                                        text.top()
                                                .line()
                                                .problem(
                                                        TranslateProblem.SCHEMA_MISSING,
                                                        "no schema of " + text.message()));
        return Mapping.compile(text, builtInTables(text.tables()), schema, shape);
    }

    static MappingText builtInText(String name) {
        var file = "/mapping/" + name + ".yaml";
        return MappingText.read(file.substring(1), resource(file), Mappings::builtInText);
    }

    private static CodeTables builtInTables(String name) {
        var file = "/codes/" + name + ".yaml";
        return CodeTables.read(file.substring(1), resource(file));
    }

    /** X12 versions may carry the suffix of a guide ({@code 004010VICS}). */
    Optional<Mapping> find(MessageType type) {
        return mappings.stream()
                .filter(it -> it.message().standard() == type.standard())
                .filter(it -> it.message().code().equals(type.code()))
                .filter(it -> type.version().startsWith(it.message().version()))
                .findFirst();
    }

    private static String resource(String path) {
        try (InputStream in = Mappings.class.getResourceAsStream(path)) {
            return new String(
                    Objects.requireNonNull(in, path).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
