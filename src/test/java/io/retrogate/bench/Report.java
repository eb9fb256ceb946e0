package io.retrogate.bench;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The figures as lines and as a table for the documentation. */
record Report(Floor floor) {

    static String line(Measurement m) {
        return String.format(
                "%2d clients %7.1f msg/s, p50 %6.1f ms, p99 %6.1f ms, CPU ms/msg: server %.2f,"
                        + " database %.2f, load %.2f",
                m.clients(),
                m.perSecond(),
                m.millisAt(0.5),
                m.millisAt(0.99),
                m.each(m.costs().server()),
                m.each(m.costs().database()),
                m.each(m.costs().load()));
    }

    void print(Map<String, Map<Integer, Measurement>> results) {
        As2Benchmark.say(
                "| server | clients | msg/s | p50 ms | p99 ms | server CPU ms | database CPU ms"
                        + " | load CPU ms | server CPU / RSA floor |");
        As2Benchmark.say("|---|---|---|---|---|---|---|---|---|");
        results.forEach((name, rows) -> rows.values().forEach(m -> row(name, m)));
        for (var theirs : List.of("as2-lib JKS", "as2-lib PKCS12")) {
            compare(best(results, "Retrogate alone"), best(results, theirs), theirs);
        }
    }

    private static void compare(Measurement ours, Measurement theirs, String name) {
        As2Benchmark.say(
                "best: Retrogate alone %.1f at %d clients, %s %.1f at %d clients: %.2f times",
                ours.perSecond(),
                ours.clients(),
                name,
                theirs.perSecond(),
                theirs.clients(),
                ours.perSecond() / theirs.perSecond());
    }

    private void row(String name, Measurement m) {
        double server = m.each(m.costs().server());
        double database = m.each(m.costs().database());
        As2Benchmark.say(
                "| %s | %d | %.1f | %.1f | %.1f | %.2f | %.2f | %.2f | %.2f; with database %.2f |",
                name,
                m.clients(),
                m.perSecond(),
                m.millisAt(0.5),
                m.millisAt(0.99),
                server,
                database,
                m.each(m.costs().load()),
                server * 1e3 / floor.rsa(),
                (server + database) * 1e3 / floor.rsa());
    }

    private static Measurement best(Map<String, Map<Integer, Measurement>> results, String name) {
        return results.get(name).values().stream()
                .max(Comparator.comparingDouble(Measurement::perSecond))
                .orElseThrow();
    }
}
