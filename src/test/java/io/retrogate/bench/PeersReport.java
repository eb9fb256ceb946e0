package io.retrogate.bench;

import static io.retrogate.bench.Contestants.FSYNC;
import static io.retrogate.bench.Contestants.HELD;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** The figures of {@link As2PeersBenchmark} as the documentation has them. */
final class PeersReport {

    private final Map<String, Map<Integer, Measurement>> results = new LinkedHashMap<>();
    private final List<Floor> floors = new ArrayList<>();
    private final StringBuilder notes = new StringBuilder();
    private final StringBuilder checks = new StringBuilder();
    private String begun = "";

    void begins(double load) {
        begun =
                line(
                        "%tF, %d cores, JDK %s, load average %.1f before and",
                        System.currentTimeMillis(),
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version(),
                        load);
    }

    void ends(double load) {
        notes.append(line("%s %.1f after (the run itself included).%n%n", begun, load));
    }

    void measured(Floor floor) {
        floors.add(floor);
    }

    void add(String server, Measurement measured) {
        results.computeIfAbsent(server, name -> new TreeMap<>())
                .merge(measured.clients(), measured, Measurement::with);
    }

    void delivered(double perSecond) {
        checks.append(line("The whole pipeline delivered %.1f a second meanwhile.%n", perSecond));
    }

    void checked(Load load) {
        checks.append(
                line(
                        "%s: %d receipts, each with our MIC; of %d signature and signer verified.%n",
                        load.name(), load.answered(), load.verified()));
    }

    String text() {
        var text = new StringBuilder(notes);
        text.append("| server | keeps | best msg/s | at clients | p50 ms | p95 ms | p99 ms |");
        text.append(" server CPU ms | of the RSA floor | PostgreSQL CPU ms | load CPU ms |");
        text.append(
                " ours is quicker | ours needs less CPU |\n|---|---|---|---|---|---|---|---|---|---|---|---|---|\n");
        results.keySet().forEach(name -> text.append(best(name)));
        text.append(line("%nFloor, medians of %d: ", floors.size()));
        text.append(
                line(
                        "RSA-2048 decrypt %.2f ms + verify %.2f ms + sign %.2f ms = %.2f ms (from"
                                + " %.2f to %.2f), write and fsync of 8 KB %.2f ms.%n%n",
                        floor(Floor::decrypt),
                        floor(Floor::verify),
                        floor(Floor::sign),
                        floor(Floor::rsa),
                        floors.stream().mapToDouble(Floor::rsa).min().orElse(0) / 1e3,
                        floors.stream().mapToDouble(Floor::rsa).max().orElse(0) / 1e3,
                        floor(Floor::fsync)));
        text.append("| server | clients | msg/s | p50 ms | p95 ms | p99 ms |");
        text.append(
                " server CPU ms | PostgreSQL CPU ms | load CPU ms |\n|---|---|---|---|---|---|---|---|---|\n");
        results.forEach(
                (name, rows) -> rows.values().forEach(row -> text.append(every(name, row))));
        return text.append('\n').append(checks).toString();
    }

    private String best(String name) {
        var m = bestOf(name);
        var ours = bestOf(HELD);
        double server = m.each(m.costs().server());
        boolean theirs = !name.startsWith("Retrogate");
        return line(
                "| %s | %s | **%.1f** | %d | %.1f | %.1f | %.1f | %.2f | %.2f | %s | %.2f | %s | %s |%n",
                name,
                theirs && !name.endsWith(FSYNC) ? "nothing" : "fsynced",
                m.perSecond(),
                m.clients(),
                m.millisAt(0.5),
                m.millisAt(0.95),
                m.millisAt(0.99),
                server,
                server / floor(Floor::rsa),
                theirs ? "–" : line("%.2f", m.each(m.costs().database())),
                m.each(m.costs().load()),
                theirs ? line("%.2f times", ours.perSecond() / m.perSecond()) : "–",
                theirs ? line("%.2f times", server / cpu(ours)) : "–");
    }

    private static double cpu(Measurement m) {
        return m.each(m.costs().server());
    }

    private static String every(String name, Measurement m) {
        return line(
                "| %s | %d | %.1f | %.1f | %.1f | %.1f | %.2f | %.2f | %.2f |%n",
                name,
                m.clients(),
                m.perSecond(),
                m.millisAt(0.5),
                m.millisAt(0.95),
                m.millisAt(0.99),
                cpu(m),
                m.each(m.costs().database()),
                m.each(m.costs().load()));
    }

    private Measurement bestOf(String name) {
        return results.get(name).values().stream()
                .max(Comparator.comparingDouble(Measurement::perSecond))
                .orElseThrow();
    }

    /** The median, in milliseconds. */
    private double floor(ToDoubleFunction<Floor> part) {
        var sorted = floors.stream().mapToDouble(part).sorted().toArray();
        return sorted[sorted.length / 2] / 1e3;
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
