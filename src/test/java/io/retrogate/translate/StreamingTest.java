package io.retrogate.translate;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.bench.LargeInterchange;
import io.retrogate.edi.Content;
import io.retrogate.edi.TransactionReport;
import io.retrogate.edi.schema.Schemas;
import io.retrogate.returns.Origin;
import io.retrogate.validate.Validator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A large interchange is never in memory as a whole, neither as it came nor as it goes. */
class StreamingTest {

    private static final Origin ORIGIN = new Origin("t", "", Instant.EPOCH);
    private static final int SIZE = 1 << 20;

    private static byte[] bytes = {};
    private static int sets;

    private final Schemas schemas = Schemas.builtIn();
    private final Watched content = new Watched();

    @BeforeAll
    static void write() throws IOException {
        var written = new ByteArrayOutputStream();
        sets = LargeInterchange.write(written, SIZE);
        bytes = written.toByteArray();
    }

    @Test
    void handsOnEachDocumentBeforeItReadsTheNext() {
        var report = Validator.overSchemas(schemas).validate(content, Optional.empty()).get(0);
        var transactions = report.transactions().toList();
        var readAhead = new ArrayList<Long>();
        content.read = 0;

        Translator.builtIn(schemas)
                .translate(
                        content,
                        report,
                        ORIGIN,
                        Optional.empty(),
                        document ->
                                readAhead.add(
                                        content.read
                                                - transactions.get(document.ordinal() - 1).end()));

        assertThat(readAhead).hasSize(sets).allMatch(ahead -> ahead <= 1 << 17);
    }

    @Test
    void givesTheSameInTheSameOrderOnSeveralThreads() {
        var report = Validator.overSchemas(schemas).validate(content, Optional.empty()).get(0);

        var one = Translator.builtIn(schemas).translate(content, report, ORIGIN, Optional.empty());
        var four =
                Translator.builtIn(schemas, 4).translate(content, report, ORIGIN, Optional.empty());

        assertThat(four.documents()).hasSize(sets).isEqualTo(one.documents());
        assertThat(four.report()).isEqualTo(one.report());
    }

    @Test
    void reportsOfWhatIsGoodShareWhatTheyCan() {
        var report = Validator.overSchemas(schemas).validate(content, Optional.empty()).get(0);
        var first = report.transactions().findFirst().orElseThrow();

        assertThat(report.transactions().map(TransactionReport::controlNumber).distinct())
                .hasSize(sets);
        assertThat(report.transactions())
                .allSatisfy(
                        transaction -> {
                            assertThat(transaction.type()).isSameAs(first.type());
                            assertThat(transaction.findings()).isSameAs(first.findings());
                        });
    }

    /** Counts what is read of it. */
    private static final class Watched implements Content {

        private long read;

        @Override
        public InputStream open() {
            return new FilterInputStream(new ByteArrayInputStream(bytes)) {
                @Override
                public int read() throws IOException {
                    read++;
                    return super.read();
                }

                @Override
                public int read(byte[] buffer, int offset, int length) throws IOException {
                    int count = super.read(buffer, offset, length);
                    read += Math.max(0, count);
                    return count;
                }

                @Override
                public long skip(long count) throws IOException {
                    long skipped = super.skip(count);
                    read += skipped;
                    return skipped;
                }
            };
        }

        @Override
        public long size() {
            return bytes.length;
        }
    }
}
