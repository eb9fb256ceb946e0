package io.retrogate.bench;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How long {@code translate} of one small file takes from the command line, each time in a process
 * of its own: of a jar, or by a start script. Several take turns, so that they meet the same
 * neighbours.
 */
public final class CommandLineBenchmark {

    private static final List<String> SAMPLES =
            List.of(
                    "x12/856/return-shipment-accepted",
                    "x12/180/5010-accepted",
                    "edifact/retann/d01b-accepted",
                    "edifact/desadv/d96a-accepted");

    /** What {@code times} of a shell prints of its children. */
    private static final Pattern TIMES = Pattern.compile("(\\d+)m([0-9.]+)s (\\d+)m([0-9.]+)s");

    private CommandLineBenchmark() {}

    private record Run(double wall, double processor) {}

    public static void main(String[] args) throws Exception {
        int runs = Integer.getInteger("bench.cli.runs", 15);
        var commands =
                System.getProperty("bench.cli.commands", "target/retrogate.jar,target/retrogate")
                        .split(",");
        System.out.printf(Locale.ROOT, "load average %s%n", load());
        System.out.println(
                "| sample | command | wall median s | wall least | processor median s |");
        System.out.println("|---|---|---|---|---|");
        for (var sample : SAMPLES) {
            var measured = new LinkedHashMap<String, List<Run>>();
            for (int i = 0; i < runs; i++) {
                for (var command : commands) {
                    measured.computeIfAbsent(command, it -> new ArrayList<>())
                            .add(run(command, sample));
                }
            }
            print(sample, measured);
        }
        System.out.printf(Locale.ROOT, "%d runs each; load average %s%n", runs, load());
    }

    private static void print(String sample, Map<String, List<Run>> measured) {
        measured.forEach(
                (command, runs) -> {
                    var walls = runs.stream().mapToDouble(Run::wall).sorted().toArray();
                    var times = runs.stream().mapToDouble(Run::processor).sorted().toArray();
                    System.out.printf(
                            Locale.ROOT,
                            "| %s | %s | %.2f | %.2f | %.2f |%n",
                            sample,
                            command,
                            walls[walls.length / 2],
                            walls[0],
                            times[times.length / 2]);
                });
    }

    private static Run run(String command, String sample) throws IOException, InterruptedException {
        var file = Path.of("edi-samples", sample, "received.edi").toString();
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var script =
                (command.endsWith(".jar") ? "\"$1\" -jar " : "")
                        + "\"$2\" translate \"$3\" >/dev/null 2>&1 || exit 9; times";
        var process =
                new ProcessBuilder("sh", "-c", script, "sh", java, command, file)
                        .redirectError(new File("/dev/null"));
        long start = System.nanoTime();
        var shell = process.start();
        var said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (shell.waitFor() != 0) {
            throw new IllegalStateException(command + " did not translate " + file);
        }
        double wall = (System.nanoTime() - start) / 1e9;
        return new Run(wall, processor(said));
    }

    /** The second line: what the shell's children took, in user and in system mode. */
    private static double processor(String times) {
        var children = TIMES.matcher(times.lines().skip(1).findFirst().orElseThrow());
        if (!children.find()) {
            throw new IllegalStateException(times);
        }
        double minutes =
                Double.parseDouble(children.group(1)) + Double.parseDouble(children.group(3));
        return minutes * 60
                + Double.parseDouble(children.group(2))
                + Double.parseDouble(children.group(4));
    }

    private static String load() throws IOException {
        var file = Path.of("/proc/loadavg");
        return Files.exists(file) ? Files.readString(file).split(" ")[0] : "unknown";
    }
}
