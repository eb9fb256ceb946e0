package io.retrogate.cli;

import io.retrogate.acknowledge.Acknowledger;
import io.retrogate.edi.Content;
import io.retrogate.edi.GatewayException;
import io.retrogate.partner.FolderProblem;
import io.retrogate.returns.Origin;
import io.retrogate.returns.TranslatedInterchange;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A document of a partner with the results it must have. So that they never change by themselves,
 * it always arrives at {@link #TIME} and its answer has control number 1.
 */
record Sample(Path folder) {

    static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");
    private static final String RECEIVED = "received.edi";

    /** Those below {@code samples/}, by name. */
    static List<Sample> in(Path partner) {
        var samples = partner.resolve("samples");
        if (!Files.isDirectory(samples)) {
            return List.of();
        }
        try (var folders = Files.walk(samples)) {
            return folders.filter(Files::isDirectory)
                    .filter(folder -> Files.exists(folder.resolve(RECEIVED)))
                    .sorted()
                    .map(Sample::new)
                    .toList();
        } catch (IOException e) {
            throw new GatewayException(
                    CliProblem.FOLDER_UNUSABLE, "Cannot list " + samples + ".", e);
        }
    }

    Input content() {
        return new Input(RECEIVED, folder.resolve(RECEIVED), false);
    }

    List<FolderProblem> problems(Reading reading, Acknowledger acknowledger, boolean update) {
        var input = content();
        var origin = new Origin(folder.getFileName().toString(), reading.partnerName(), TIME);
        var read = reading.read(input, origin);
        var results = results(input, read, new Answers(acknowledger, reading, TIME));
        if (update) {
            results.forEach(Result::write);
            return List.of();
        }
        if (results.stream().noneMatch(Result::isExpected)) {
            return List.of(
                    new FolderProblem(
                            CliProblem.SAMPLE_UNUSABLE, folder, 0, "It expects no result."));
        }
        return results.stream().filter(Result::isExpected).flatMap(Result::difference).toList();
    }

    private List<Result> results(
            Content content, List<TranslatedInterchange> read, Answers answers) {
        var findings =
                IntStream.range(0, read.size())
                        .boxed()
                        .flatMap(i -> FindingLines.TEXT.of("", i + 1, read.get(i).report()));
        var canonical =
                read.stream()
                        .flatMap(interchange -> interchange.documents().stream())
                        .map(document -> document.message().tree().toString());
        var answer = answers.render(content, read, 1, (plan, number) -> {});
        return List.of(
                result("findings.txt", lines(findings), StandardCharsets.UTF_8),
                result("canonical.jsonl", lines(canonical), StandardCharsets.UTF_8),
                result("acknowledgement.edi", answer, StandardCharsets.ISO_8859_1));
    }

    private Result result(String file, String actual, Charset charset) {
        return new Result(folder.resolve(file), actual, charset);
    }

    private static String lines(Stream<String> lines) {
        return lines.map(line -> line + "\n").collect(Collectors.joining());
    }

    /** What came out, and the file that says what should have. */
    private record Result(Path file, String actual, Charset charset) {

        boolean isExpected() {
            return Files.exists(file);
        }

        void write() {
            try {
                Files.writeString(file, actual, charset);
            } catch (IOException e) {
                throw new GatewayException(
                        CliProblem.SAMPLE_UNUSABLE, "Cannot write " + file + ".", e);
            }
        }

        /** Empty if there is none; a line end at the end of the file does not count. */
        Stream<FolderProblem> difference() {
            var expected = expected().stripTrailing().lines().toList();
            var found = actual.stripTrailing().lines().toList();
            if (expected.equals(found)) {
                return Stream.empty();
            }
            int line = 0;
            while (line < Math.min(expected.size(), found.size())
                    && expected.get(line).equals(found.get(line))) {
                line++;
            }
            var now = line < found.size() ? found.get(line) : "nothing";
            return Stream.of(
                    new FolderProblem(
                            CliProblem.SAMPLE_DIFFERS, file, line + 1, "The result is: " + now));
        }

        private String expected() {
            try {
                return Files.readString(file, charset);
            } catch (IOException e) {
                throw new GatewayException(
                        CliProblem.FILE_UNREADABLE, "Cannot read " + file + ".", e);
            }
        }
    }
}
