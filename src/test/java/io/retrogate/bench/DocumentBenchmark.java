package io.retrogate.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.retrogate.edi.Content;
import io.retrogate.edi.Delimiters;
import io.retrogate.edi.InterchangeReport;
import io.retrogate.edi.Verdict;
import io.retrogate.edi.lane.TransactionIndex;
import io.retrogate.edi.schema.Schemas;
import io.retrogate.returns.Origin;
import io.retrogate.translate.Translator;
import io.retrogate.translate.smooks.SmooksEngine;
import io.retrogate.validate.Validator;
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** One document of 4.5 KB: what our stages cost beside StAEDI's tokenising, in the same run. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DocumentBenchmark {

    private static final JsonMapper JSON = new JsonMapper();

    private final Schemas schemas = Schemas.builtIn();
    private final Validator validator = Validator.overSchemas(schemas);
    private final Translator translator = Translator.builtIn(schemas);
    private final Origin origin = new Origin("benchmark", "acme", Instant.EPOCH);
    private final EDIInputFactory factory = EDIInputFactory.newFactory();
    private final TransactionIndex index = new TransactionIndex();
    private Delimiters delimiters = new Delimiters('*', '>', '~', (char) 0, (char) 0, '.');
    private final SmooksEngine smooks =
            SmooksEngine.read(Path.of("src/test/resources/smooks/bench.smooks.xml"));
    private @Nullable HandMapping byHand;
    private int transactionStart;
    private int transactionEnd;
    private byte[] bytes = new byte[0];
    private Document content = new Document(bytes);

    @Param({"856", "RETANN", "DESADV"})
    private String message = "";

    @Setup
    public void write() {
        var text =
                switch (message) {
                    case "856" -> ShipNotice.ofAbout(4500);
                    case "RETANN" -> EdifactDocuments.retann(4500);
                    default -> EdifactDocuments.desadv(4500);
                };
        bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        content = new Document(bytes);
        var report = validated().get(0);
        if (report.verdict() != Verdict.ACCEPTED
                || translator
                                .translate(content, report, origin, Optional.empty())
                                .documents()
                                .size()
                        != 1) {
            throw new IllegalStateException("the benchmark's document is wrong: " + report);
        }
        if (!(bySmooks().get(0).get("lines") instanceof List<?> lines && lines.size() > 1)) {
            throw new IllegalStateException("Smooks sees no lines: " + bySmooks());
        }
        var transaction = report.transactions().findFirst().orElseThrow();
        byHand = new HandMapping(schemas.find(transaction.type()).orElseThrow());
        delimiters = report.header().orElseThrow().delimiters();
        transactionStart = (int) transaction.start();
        transactionEnd = (int) transaction.end();
    }

    @Benchmark
    public int tokenisedByStaedi() throws EDIStreamException, IOException {
        int events = 0;
        try (var reader =
                factory.createEDIStreamReader(new ByteArrayInputStream(bytes), "ISO-8859-1")) {
            while (reader.hasNext()) {
                reader.next();
                events++;
            }
        }
        return events;
    }

    /** The same bytes as StAEDI with our schema, and nothing made of them. */
    @Benchmark
    public int validatedByStaedi() throws EDIStreamException, IOException {
        return Objects.requireNonNull(byHand).validate(bytes);
    }

    @Benchmark
    public byte[] mappedByHandOverStaedi() throws EDIStreamException, IOException {
        return Objects.requireNonNull(byHand).map(bytes);
    }

    /** Smooks with javabeans over our reader, and Jackson; it says about as much as by hand. */
    @Benchmark
    public byte[] mappedBySmooksOverStaedi() throws IOException {
        return JSON.writeValueAsBytes(bySmooks());
    }

    private List<Map<?, ?>> bySmooks() {
        return smooks.read(new ByteArrayInputStream(bytes)).messages();
    }

    /** Where the elements stand, and nothing else: the floor. */
    @Benchmark
    public int indexed() {
        if (!index.read(bytes, transactionStart, transactionEnd, delimiters)) {
            throw new IllegalStateException("the benchmark's document cannot be indexed");
        }
        return index.segments();
    }

    @Benchmark
    public List<InterchangeReport> validated() {
        return validator.validate(content, Optional.empty());
    }

    @Benchmark
    public byte[] validatedTranslatedAndWritten() {
        var report = validated().get(0);
        var made = translator.translate(content, report, origin, Optional.empty());
        return made.documents().get(0).message().json();
    }

    /** A short run; {@code -Dbench.seconds} makes each of its iterations longer. */
    public static void main(String[] arguments) throws Exception {
        var second = TimeValue.seconds(Integer.getInteger("bench.seconds", 2));
        java.util.logging.Logger.getLogger("io.xlate.edi")
                .setLevel(java.util.logging.Level.WARNING);
        new Runner(
                        new OptionsBuilder()
                                .include(DocumentBenchmark.class.getSimpleName())
                                .forks(1)
                                .jvmArgs("-Xmx512m")
                                .addProfiler("gc")
                                .warmupIterations(4)
                                .warmupTime(second)
                                .measurementIterations(5)
                                .measurementTime(second)
                                .build())
                .run();
    }

    private static final class Document implements Content {
        private final byte[] bytes;

        Document(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public long size() {
            return bytes.length;
        }
    }
}
