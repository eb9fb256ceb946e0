package io.retrogate.demo;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The rows for people: one line each, in columns as wide as they need. */
record DemoTable(List<DemoRow> rows) {

    DemoTable {
        rows = List.copyOf(rows);
    }

    void print(PrintStream out) {
        var lines = new ArrayList<List<String>>();
        lines.add(
                List.of(
                        "",
                        "document",
                        "receipt",
                        "acknowledgement",
                        "canonical kind",
                        "deliveries"));
        rows.forEach(row -> lines.add(cells(row)));
        int columns = lines.get(0).size();
        var widths = new int[columns];
        lines.forEach(
                line -> {
                    for (int i = 0; i < columns; i++) {
                        widths[i] = Math.max(widths[i], line.get(i).length());
                    }
                });
        out.println();
        for (var line : lines) {
            var text = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                text.append(line.get(i)).append(" ".repeat(widths[i] - line.get(i).length() + 2));
            }
            out.println(text.toString().stripTrailing());
        }
        out.println();
    }

    private static List<String> cells(DemoRow row) {
        var scene = row.scene();
        var form = scene.overAs2() ? "997 " : "CONTRL ";
        return List.of(
                row.right() ? "ok" : "WRONG",
                scene.sample(),
                row.receipt(),
                row.acknowledgement().isEmpty() ? "none" : form + row.acknowledgement(),
                row.kinds().isEmpty() ? "-" : String.join(" ", row.kinds()),
                row.deliveries().isEmpty()
                        ? "-"
                        : row.deliveries().stream()
                                .map(d -> d.target() + " " + d.lastStatus())
                                .collect(Collectors.joining(", ")));
    }
}
