package io.retrogate.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs one command on streams of its own and keeps what came out. */
final class Shell {

    static final Instant NOW = Instant.parse("2026-02-03T09:30:59Z");

    /** What the gateway was asked to do. */
    final List<String> launched = new ArrayList<>();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private String in = "";
    private Stages stages = new FakeStages();

    /** With the stages of the product in place of the toy's. */
    Shell real() {
        stages = new OfflineStages();
        return this;
    }

    Shell typing(String text) {
        in = text;
        return this;
    }

    int run(Object... args) {
        var words = new String[args.length];
        for (int i = 0; i < args.length; i++) {
            words[i] = args[i].toString();
        }
        var terminal =
                new Terminal(
                        new ByteArrayInputStream(in.getBytes(StandardCharsets.ISO_8859_1)),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        Clock.fixed(NOW, ZoneOffset.UTC),
                        false);
        return RetrogateCommand.execute(terminal, stages, () -> Optional.of(launcher()), words);
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String text(Charset charset) {
        return out.toString(charset);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private GatewayLauncher launcher() {
        return new GatewayLauncher() {
            @Override
            public int run(Path data, Map<String, String> properties) {
                launched.add("run " + data + " " + properties);
                return 0;
            }

            @Override
            public int demo(Afterwards afterwards, Map<String, String> properties) {
                launched.add("demo " + afterwards + " " + properties);
                return 3;
            }
        };
    }
}
