package io.retrogate.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Megabytes a second over the size of a message, both logarithmic, a line for each server. */
record SizesChart(Map<String, Map<Integer, Measurement>> results) {

    private static final List<String> COLOURS = List.of("#0b6e4f", "#c8553d", "#3d5a80");
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    private static final int LEFT = 60;
    private static final int RIGHT = 170;
    private static final int TOP = 20;
    private static final int BOTTOM = 50;

    /** Powers of ten: bytes from 10^3 to 10^8.4, MB/s from 10^-2 to 10^3. */
    private static final double SMALLEST = 3;

    private static final double LARGEST = 8.4;
    private static final double SLOWEST = -2;
    private static final double QUICKEST = 3;

    private static final List<String> SIZES =
            List.of("1 KB", "10 KB", "100 KB", "1 MB", "10 MB", "100 MB");

    String svg() {
        var svg = new StringBuilder();
        svg.append(
                line(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\""
                                + " font-family=\"sans-serif\" font-size=\"12\">",
                        WIDTH, HEIGHT));
        svg.append("<title>MB/s received over the size of a message</title>\n");
        svg.append(line("<rect width=\"%d\" height=\"%d\" fill=\"white\"/>", WIDTH, HEIGHT));
        for (int power = 0; power < SIZES.size(); power++) {
            double x = x(SMALLEST + power);
            svg.append(grid(x, TOP, x, HEIGHT - BOTTOM));
            svg.append(text(x, HEIGHT - BOTTOM + 18, "middle", SIZES.get(power)));
        }
        for (int power = (int) SLOWEST; power <= QUICKEST; power++) {
            double y = y(power);
            svg.append(grid(LEFT, y, WIDTH - RIGHT, y));
            svg.append(
                    text(
                            LEFT - 6,
                            y + 4,
                            "end",
                            power < 0
                                    ? "0." + "0".repeat(-power - 1) + "1"
                                    : "1" + "0".repeat(power)));
        }
        svg.append(text(LEFT, HEIGHT - 10, "start", "size of the document; upwards: MB/s"));
        int number = 0;
        for (var server : results.entrySet()) {
            svg.append(curve(server.getKey(), server.getValue(), number++));
        }
        return svg.append("</svg>\n").toString();
    }

    private static String curve(String name, Map<Integer, Measurement> of, int number) {
        var colour = COLOURS.get(number % COLOURS.size());
        var points = new StringBuilder();
        var dots = new StringBuilder();
        of.forEach(
                (bytes, measured) -> {
                    double x = x(Math.log10(bytes));
                    double y = y(Math.log10(measured.perSecond() * bytes / 1e6));
                    points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
                    dots.append(
                            line(
                                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>",
                                    x, y, colour));
                });
        double legend = TOP + 20.0 * (number + 1);
        return line(
                        "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>",
                        points.toString().strip(), colour)
                + dots
                + line(
                        "<rect x=\"%d\" y=\"%.1f\" width=\"14\" height=\"4\" fill=\"%s\"/>",
                        WIDTH - RIGHT + 10, legend - 6, colour)
                + text(WIDTH - RIGHT + 30, legend, "start", name);
    }

    private static double x(double power) {
        double share = (power - SMALLEST) / (LARGEST - SMALLEST);
        return LEFT + share * (WIDTH - LEFT - RIGHT);
    }

    private static double y(double power) {
        double share = (power - SLOWEST) / (QUICKEST - SLOWEST);
        return HEIGHT - BOTTOM - share * (HEIGHT - BOTTOM - TOP);
    }

    private static String grid(double x1, double y1, double x2, double y2) {
        return line(
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#ddd\"/>",
                x1, y1, x2, y2);
    }

    private static String text(double x, double y, String anchor, String text) {
        return line("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>", x, y, anchor, text);
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values) + "\n";
    }
}
