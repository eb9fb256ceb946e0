package io.retrogate.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/**
 * The whole gateway with a small heap, an AS2 partner who signs nothing and cannot be reached with
 * the 997, and an ERP.
 */
final class LargeGateway implements AutoCloseable {

    private static final String HEAP = "-Xmx256m";
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(60);

    private static final String AGREEMENT =
            """
            partner: acme
            identifiers:
              - { qualifier: ZZ, id: ACMERETAIL }
            ownIdentifiers:
              - { qualifier: ZZ, id: RETROGATE }
            as2:
              partnerName: ACME
              ownName: RETROGATE
              url: http://127.0.0.1:1/as2
              signing: { required: false }
              encryption: { required: false }
              limits: { size: 1500MiB }
            acknowledgeBy: as2
            documents:
              - message: X12 856 004010
                direction: inbound
                acknowledge: 997
                to: [erp]
            """;

    private static final Pattern PROCESSED =
            Pattern.compile("(?im)^Disposition:[^;\r\n]*;\\s*processed\\s*$");

    private static final double MEGABYTE = 1e6;

    private final ErpSink erp = new ErpSink();
    private final Path heap;
    private final Retrogate retrogate;
    private final ServerProcess server;

    LargeGateway(Path home) throws IOException, CertificateException {
        heap = home.resolve("heap.log");
        retrogate = new Retrogate(home);
        server =
                retrogate.serve(
                        AGREEMENT,
                        erp.url(),
                        List.of(HEAP, "-Xlog:gc:file=" + heap),
                        List.of("--retrogate.receive.as2.max-body=2GB"));
    }

    /** One row from the first byte sent to the settlement, one to the last delivery. */
    List<String> take(LargeBenchmark.Written file) throws IOException, SQLException {
        long begun = System.nanoTime();
        send(file.path());
        double received = since(begun);
        await(1, begun, retrogate::settled);
        var settled = row("settled", file, since(begun));
        boolean deliver = file.documents() <= Integer.getInteger("bench.large.delivered", 5_000);
        if (!deliver) {
            return List.of(row("received", file, received), settled);
        }
        await(file.documents(), begun, retrogate::delivered);
        return List.of(
                row("received", file, received), settled, row("delivered", file, since(begun)));
    }

    private void send(Path file) throws IOException {
        var connection = (HttpURLConnection) server.url().toURL().openConnection();
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(Files.size(file));
        connection.setRequestProperty("AS2-Version", "1.2");
        connection.setRequestProperty("AS2-From", "ACME");
        connection.setRequestProperty("AS2-To", "RETROGATE");
        connection.setRequestProperty("Message-ID", "<" + file.getFileName() + "@acme.example>");
        connection.setRequestProperty("Content-Type", "application/edi-x12");
        connection.setRequestProperty("Disposition-Notification-To", "acme@acme.example");
        try (var out = connection.getOutputStream()) {
            Files.copy(file, out);
        }
        var answer = new String(connection.getInputStream().readAllBytes(), ISO_8859_1);
        if (!PROCESSED.matcher(answer).find()) {
            throw new IllegalStateException("refused: " + answer);
        }
    }

    @FunctionalInterface
    private interface Count {
        long now() throws IOException, SQLException;
    }

    private void await(long wanted, long begun, Count count) throws IOException, SQLException {
        while (count.now() < wanted) {
            if (System.nanoTime() - begun > PATIENCE
                    || !ProcessHandle.of(server.pid()).isPresent()) {
                throw new IllegalStateException("only " + count.now() + " of " + wanted);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
    }

    private String row(String what, LargeBenchmark.Written file, double seconds)
            throws IOException {
        double size = Files.size(file.path()) / MEGABYTE;
        return String.format(
                Locale.ROOT,
                "| gateway %s, %s | %.0f | %d | %.1f | %.1f | %.1f | %d |",
                HEAP,
                what,
                size,
                file.documents(),
                seconds,
                size / seconds,
                ProcessorTime.of(server.pid()).toMillis() / 1e3,
                CommandLineRun.peak(heap));
    }

    private static double since(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    @Override
    public void close() throws IOException {
        var database = retrogate.postmaster().stream().mapToObj(ProcessHandle::of).toList();
        server.close();
        erp.close();
        database.forEach(left -> left.ifPresent(ProcessHandle::destroy));
    }
}
