package io.retrogate.translate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The code tables that a mapping may name. */
final class CodeTables {

    private final Map<String, CodeTable> tables;

    /** What a mapping laid over them, as written. */
    private final Map<String, YamlPart> overlays;

    private CodeTables(Map<String, CodeTable> tables, Map<String, YamlPart> overlays) {
        this.tables = tables;
        this.overlays = overlays;
    }

    /** From a file of tables: each with its {@code list} and its {@code codes}. */
    static CodeTables read(String file, String text) {
        var tables = new LinkedHashMap<String, CodeTable>();
        YamlPart.read(file, text)
                .entries()
                .forEach(
                        (name, part) -> {
                            part.allow(Set.of("list", "codes", "lengths"));
                            var list = part.get("list").map(YamlPart::text).orElse("");
                            tables.put(
                                    name,
                                    new CodeTable(
                                            name, list, part.need("codes").texts(), lengths(part)));
                        });
        return new CodeTables(tables, Map.of());
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
    CodeTables with(Map<String, YamlPart> overlays) {
        var merged = new LinkedHashMap<>(tables);
        overlays.forEach((name, part) -> merged.put(name, find(part, name).with(part.texts())));
        return new CodeTables(merged, overlays);
    }

    /** Where a mapping gave a code this meaning; empty if the table came with it. */
    Optional<MappingLine> line(String table, String meaning) {
        return Optional.ofNullable(overlays.get(table)).stream()
                .flatMap(it -> it.entries().values().stream())
                .filter(it -> it.text().equals(meaning))
                .map(YamlPart::line)
                .findFirst();
    }

    Optional<CodeTable> named(String name) {
        return Optional.ofNullable(tables.get(name));
    }

    CodeTable find(YamlPart where, String name) {
        return Optional.ofNullable(tables.get(name))
                .orElseThrow(
                        () ->
                                where.line()
                                        .problem(
                                                TranslateProblem.CODE_TABLE_INVALID,
                                                "no code table '"
                                                        + name
                                                        + "'"
                                                        + Near.to(name, tables.keySet())));
    }
}
