package io.retrogate.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bundled PostgreSQL as a server of its own, for gateways that are told its address. */
public final class StandalonePostgres implements AutoCloseable {

    private final Path data;
    private final BundledPostgres postgres;

    private StandalonePostgres(Path data) {
        this.data = data;
        this.postgres = BundledPostgres.under(data);
    }

    public static StandalonePostgres under(Path data) throws IOException {
        return new StandalonePostgres(Files.createDirectories(data));
    }

    public String url() {
        return postgres.url();
    }

    public String user() {
        return postgres.user();
    }

    public Path passwordFile() {
        return data.resolve("postgres/password").toAbsolutePath();
    }

    @Override
    public void close() {
        postgres.close();
    }
}
