package io.retrogate.translate.shape;

import io.retrogate.translate.value.CodeTable;
import io.retrogate.translate.value.CodeTables;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The code tables of this jar by file and name, {@code x12/reason}; each file is read once. */
public final class TableShelf {

    private static final List<String> FILES = List.of("x12", "edifact");

    private final Map<String, CodeTables> files = new ConcurrentHashMap<>();

    Optional<CodeTable> find(String name) {
        var parts = name.split("/", 2);
        return parts.length == 2 && FILES.contains(parts[0])
                ? files.computeIfAbsent(parts[0], CodeTables::builtIn).named(parts[1])
                : Optional.empty();
    }
}
