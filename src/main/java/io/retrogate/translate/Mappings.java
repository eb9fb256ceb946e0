package io.retrogate.translate;

import io.retrogate.edi.MessageType;
import io.retrogate.edi.Standard;
import io.retrogate.edi.schema.SchemaChange;
import io.retrogate.translate.message.TargetShape;
import io.retrogate.translate.text.BuiltInFile;
import io.retrogate.translate.text.MappingText;
import io.retrogate.translate.text.TranslateProblem;
import io.retrogate.translate.text.YamlPart;
import io.retrogate.translate.value.CodeTables;
import io.xlate.edi.schema.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The mappings of this jar, one for each message in each version, compiled when the first such
 * document comes. A file is found by its name: {@code /mapping/edifact-retann-d96a.yaml} for one
 * version, {@code /mapping/x12-180.yaml} for all that it names.
 */
final class Mappings {

    private static final Pattern NAME = Pattern.compile("[A-Z0-9]{3,20}");

    private static final Pattern FILE_NAME = Pattern.compile("[a-z0-9-]{3,40}");

    private final BiFunction<MessageType, List<SchemaChange>, Optional<Schema>> schemas;

    /** By file name, so that a version nobody maps costs no reading for each document. */
    private final Map<String, MappingText> texts = new ConcurrentHashMap<>();

    private final Map<MessageType, Mapping> compiled = new ConcurrentHashMap<>();
    private volatile @Nullable TargetShape shape;

    private Mappings(BiFunction<MessageType, List<SchemaChange>, Optional<Schema>> schemas) {
        this.schemas = schemas;
    }

    /**
     * @param schemas finds that of a message, with what a partner's guide allows besides
     */
    static Mappings builtIn(BiFunction<MessageType, List<SchemaChange>, Optional<Schema>> schemas) {
        return new Mappings(schemas);
    }

    /** Empty if nothing maps it; X12 versions may carry the suffix of a guide. */
    Optional<Mapping> find(MessageType type) {
        var plain = plain(type);
        var known = compiled.get(plain);
        if (known != null) {
            return Optional.of(known);
        }
        // What does not exist is not remembered: a sender could name new versions for ever.
        return text(plain).isPresent()
                ? Optional.of(compiled.computeIfAbsent(plain, this::load))
                : Optional.empty();
    }

    /** Without what no mapping depends on. */
    static MessageType plain(MessageType type) {
        boolean suffixed = type.standard() == Standard.X12 && type.version().length() > 6;
        if (!suffixed && type.association().isEmpty()) {
            return type;
        }
        var version = suffixed ? type.version().substring(0, 6) : type.version();
        return new MessageType(type.standard(), type.code(), version, "");
    }

    private Mapping load(MessageType type) {
        return compile(type, text(type).orElseThrow(), List.of());
    }

    /**
     * A mapping for one of the messages that its text names.
     *
     * @throws SchemaChange.Impossible if something is to be changed that is not there
     */
    Mapping compile(MessageType type, MappingText text, List<SchemaChange> changes) {
        return compile(type, text, it -> schemas.apply(it, changes), shape());
    }

    private Optional<MappingText> text(MessageType type) {
        // Anything else in a document's own header must never reach the class path.
        if (!NAME.matcher(type.code() + type.version()).matches()) {
            return Optional.empty();
        }
        var all = (type.standard() + "-" + type.code()).toLowerCase(Locale.ROOT);
        var one = all + "-" + type.version().toLowerCase(Locale.ROOT);
        return Stream.of(one, all)
                .filter(Mappings::exists)
                .findFirst()
                .map(name -> texts.computeIfAbsent(name, Mappings::builtInText))
                .filter(text -> text.messages().contains(type));
    }

    private TargetShape shape() {
        var known = shape;
        if (known == null) {
            known = TargetShape.ofMessage();
            shape = known;
        }
        return known;
    }

    static Mapping compile(
            MessageType type,
            MappingText text,
            Function<MessageType, Optional<Schema>> schemas,
            TargetShape shape) {
        var schema =
                schemas.apply(type)
                        .orElseThrow(
                                () ->
                                        text.top()
                                                .line()
                                                .problem(
                                                        TranslateProblem.SCHEMA_MISSING,
                                                        "no schema of " + type));
        return Mapping.compile(type, text, CodeTables.builtIn(text.tables()), schema, shape);
    }

    static MappingText builtInText(String name) {
        var file = file(name);
        return MappingText.read(file.substring(1), BuiltInFile.text(file), Mappings::extended);
    }

    /** The mapping of this jar that another one extends. */
    static MappingText extended(YamlPart by) {
        var name = by.text();
        if (!FILE_NAME.matcher(name).matches() || !exists(name)) {
            throw by.line()
                    .problem(
                            TranslateProblem.MAPPING_UNREADABLE,
                            "extends '"
                                    + name
                                    + "', which is none of ours; they are called like x12-856 or"
                                    + " edifact-retann-d96a");
        }
        return builtInText(name);
    }

    private static String file(String name) {
        return "/mapping/" + name + ".yaml";
    }

    private static boolean exists(String name) {
        return BuiltInFile.exists(file(name));
    }
}
