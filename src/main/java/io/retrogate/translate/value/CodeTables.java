package io.retrogate.translate.value;

import io.retrogate.translate.text.BuiltInFile;
import io.retrogate.translate.text.MappingLine;
import io.retrogate.translate.text.Near;
import io.retrogate.translate.text.TranslateProblem;
import io.retrogate.translate.text.YamlPart;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The code tables that a mapping may name; each is parsed when it is first named. */
public final class CodeTables {

    /** The key of a table, at the left margin; what belongs to it is indented. */
    private static final Pattern KEY = Pattern.compile("(?m)^(\\w+):");

    private final String file;

    /** By name, behind as many empty lines as stand before it in the file. */
    private final Map<String, String> texts;

    private final Map<String, CodeTable> parsed = new ConcurrentHashMap<>();

    /** What a mapping laid over them, as written. */
    private final Map<String, YamlPart> overlays;

    private CodeTables(String file, Map<String, String> texts, Map<String, YamlPart> overlays) {
        this.file = file;
        this.texts = texts;
        this.overlays = overlays;
    }

    /** The tables of this jar that a mapping names: {@code x12}, {@code edifact}. */
    public static CodeTables builtIn(String name) {
        var file = "/codes/" + name + ".yaml";
        return read(file.substring(1), BuiltInFile.text(file));
    }

    /** From a file of tables: each with its {@code list} and its {@code codes}. */
    static CodeTables read(String file, String text) {
        var texts = new LinkedHashMap<String, String>();
        var key = KEY.matcher(text);
        boolean more = key.find();
        while (more) {
            int from = key.start();
            var name = key.group(1);
            more = key.find();
            var before = "\n".repeat((int) text.substring(0, from).lines().count());
            texts.put(name, before + text.substring(from, more ? key.start() : text.length()));
        }
        return new CodeTables(file, texts, Map.of());
    }

    private CodeTable parse(String name) {
        var part = YamlPart.read(file, Objects.requireNonNull(texts.get(name))).need(name);
        part.allow(Set.of("list", "codes", "lengths"));
        var list = part.get("list").map(YamlPart::text).orElse("");
        return new CodeTable(name, list, part.need("codes").texts(), lengths(part));
    }

    private static Map<String, Integer> lengths(YamlPart table) {
        var lengths = new LinkedHashMap<String, Integer>();
        table.get("lengths")
                .map(YamlPart::texts)
                .orElse(Map.of())
                .forEach((code, digits) -> lengths.put(code, Integer.valueOf(digits)));
        return lengths;
    }

    /** These tables with a mapping's own meanings laid over them. */
    public CodeTables with(Map<String, YamlPart> overlays) {
        var merged = new CodeTables(file, texts, overlays);
        overlays.forEach(
                (name, part) -> merged.parsed.put(name, find(part, name).with(part.texts())));
        return merged;
    }

    /** Where a mapping gave a code this meaning; empty if the table came with it. */
    public Optional<MappingLine> line(String table, String meaning) {
        return Optional.ofNullable(overlays.get(table)).stream()
                .flatMap(it -> it.entries().values().stream())
                .filter(it -> it.text().equals(meaning))
                .map(YamlPart::line)
                .findFirst();
    }

    public Optional<CodeTable> named(String name) {
        return texts.containsKey(name)
                ? Optional.of(parsed.computeIfAbsent(name, this::parse))
                : Optional.empty();
    }

    public CodeTable find(YamlPart where, String name) {
        return named(name)
                .orElseThrow(
                        () ->
                                where.line()
                                        .problem(
                                                TranslateProblem.CODE_TABLE_INVALID,
                                                "no code table '"
                                                        + name
                                                        + "'"
                                                        + Near.to(name, texts.keySet())));
    }
}
