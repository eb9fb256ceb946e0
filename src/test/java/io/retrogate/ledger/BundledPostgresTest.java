package io.retrogate.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.retrogate.edi.GatewayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BundledPostgresTest {

    private final PostgresForTests shared = PostgresForTests.shared();
    private Path data;

    @BeforeEach
    void shareTheBinaries() throws Exception {
        data = Files.createTempDirectory(Path.of("target"), "bundled-");
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createDirectory(data.resolve("postgres"));
        Files.createSymbolicLink(
                data.resolve("postgres/binaries"),
                shared.data.resolve("postgres/binaries").toRealPath());
    }

    @AfterEach
    void stopWhatIsLeft() throws Exception {
        new PostgresCommand(
                        shared.data.resolve("postgres/binaries/bin").toRealPath(),
                        data.resolve("postgres.log"))
                .run("pg_ctl", "stop", "--mode=immediate", "--pgdata=" + cluster());
    }

    @Test
    void isDurableAndAsksForAPassword() throws Exception {
        try (var postgres = BundledPostgres.under(data)) {
            for (var setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
                assertThat(ask(postgres, "show " + setting)).isEqualTo("on");
            }
            assertThat(ask(postgres, "show data_checksums")).isEqualTo("on");
            assertThat(ask(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThatThrownBy(
                            () -> DriverManager.getConnection(postgres.url(), "retrogate", "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThat(permissions(data.resolve("postgres/password"))).isEqualTo("rw-------");
            assertThat(permissions(cluster())).isEqualTo("rwx------");
        }
        assertThat(Files.exists(cluster().resolve("postmaster.pid"))).isFalse();
    }

    @Test
    void refusesASecondGatewayAndLetsItInAfterwards() throws Exception {
        try (var first = BundledPostgres.under(data)) {
            assertThatThrownBy(() -> BundledPostgres.under(data))
                    .isInstanceOf(GatewayException.class)
                    .hasMessageContaining("LGR-003");
            assertThat(ask(first, "select 1")).isEqualTo("1");
        }
        try (var next = BundledPostgres.under(data)) {
            assertThat(ask(next, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void startsAgainWhatWasKilledAndKeepsWhatWasCommitted() throws Exception {
        try (var postgres = BundledPostgres.under(data)) {
            change(postgres, "create table kept as select 7 as it");
            var killed = pid();
            ProcessHandle.of(killed).orElseThrow().destroyForcibly();
            await().atMost(Duration.ofSeconds(30))
                    .ignoreExceptions()
                    .untilAsserted(
                            () -> {
                                assertThat(pid()).isNotEqualTo(killed);
                                assertThat(ask(postgres, "select it from kept")).isEqualTo("7");
                            });
        }
    }

    @Test
    void adoptsOneThatOutlivedItsGateway() throws Exception {
        try (var first = BundledPostgres.under(data)) {
            change(first, "create table kept as select 7 as it");
            long running = pid();
            first.abandon();
            try (var next = BundledPostgres.under(data)) {
                assertThat(pid()).isEqualTo(running);
                assertThat(next.url()).isEqualTo(first.url());
                assertThat(ask(next, "select it from kept")).isEqualTo("7");
            }
        }
    }

    @Test
    void isNotMisledByTheNoteOfADeadOne() throws Exception {
        BundledPostgres.under(data).close();
        var note = cluster().resolve("postmaster.pid");
        // PostgreSQL passes over the process of another user, so this one has to be its own user's.
        var stranger = new ProcessBuilder(asPostgres("sleep", "120")).start();
        try {
            Files.writeString(note, stranger.pid() + "\n" + cluster() + "\n1\n1\n");
            PostgresCommand.own(note);
            try (var postgres = BundledPostgres.under(data)) {
                assertThat(ask(postgres, "select 1")).isEqualTo("1");
                assertThat(pid()).isNotEqualTo(stranger.pid());
            }
        } finally {
            stranger.destroyForcibly();
        }
    }

    private static List<String> asPostgres(String... command) {
        var words = new ArrayList<String>();
        if (PostgresCommand.asRoot()) {
            var nobody = Integer.toString(PostgresCommand.NOBODY);
            words.addAll(
                    List.of("setpriv", "--reuid", nobody, "--regid", nobody, "--clear-groups"));
        }
        words.addAll(List.of(command));
        return words;
    }

    @Test
    void makesAnewWhatWasNeverFinishedAndTakesAnotherPortIfItsOwnIsGone() throws Exception {
        var torn = Files.createDirectory(data.resolve("postgres/cluster.unfinished"));
        Files.writeString(torn.resolve("PG_VERSION"), "17");
        Files.writeString(data.resolve("postgres/password"), "");
        var taken = shared.pool.getJdbcUrl().replaceAll(".*:(\\d+)/.*", "$1");
        Files.writeString(data.resolve("postgres/port"), taken);

        try (var postgres = BundledPostgres.under(data)) {
            assertThat(ask(postgres, "select 1")).isEqualTo("1");
            assertThat(postgres.url()).doesNotContain(taken);
        }
        assertThat(torn).doesNotExist();
    }

    private Path cluster() throws IOException {
        return data.resolve("postgres").toRealPath().resolve("cluster");
    }

    private long pid() throws IOException {
        return Long.parseLong(Files.readAllLines(cluster().resolve("postmaster.pid")).get(0));
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static Connection connect(BundledPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
    }

    private static void change(BundledPostgres postgres, String sql) throws SQLException {
        try (var connection = connect(postgres);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(BundledPostgres postgres, String sql) throws SQLException {
        try (var connection = connect(postgres);
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }
}
