package io.retrogate.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows that each hash the one before: nobody can change one unseen, nor remove one but the newest.
 * The lock serialises the short end of each transaction, so {@code append} comes last in it.
 */
final class AuditChain {

    private static final long LOCK = 0x5265_7472L;

    private final JdbcClient jdbc;
    private final LedgerTime time;

    AuditChain(JdbcClient jdbc, LedgerTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    @SuppressWarnings("ArrayRecordComponent") // read and compared at once, never handed out
    private record Link(long sequence, OffsetDateTime at, String what, byte[] hash) {}

    void append(String text) {
        var what = Parameters.text(text);
        jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query().singleRow();
        var last =
                jdbc.sql(
                                "select sequence, at, what, hash from ledger_audit"
                                        + " order by sequence desc limit 1")
                        .query(AuditChain::link)
                        .optional();
        long sequence = last.map(Link::sequence).orElse(0L) + 1;
        var at = time.sql();
        var hash = hash(last.map(Link::hash).orElse(new byte[0]), sequence, at, what);
        jdbc.sql("insert into ledger_audit (sequence, at, what, hash) values (?, ?, ?, ?)")
                .params(sequence, at, what, hash)
                .update();
    }

    /** The first sequence number at which the chain is broken, or 0 if it is whole. */
    long firstBreak() {
        var previous = new byte[0];
        long expected = 1;
        try (var links =
                jdbc
                        .sql("select sequence, at, what, hash from ledger_audit order by sequence")
                        .query(AuditChain::link)
                        .stream()) {
            for (var link : (Iterable<Link>) links::iterator) {
                var hash = hash(previous, expected, link.at(), link.what());
                if (link.sequence() != expected || !MessageDigest.isEqual(hash, link.hash())) {
                    return expected;
                }
                previous = hash;
                expected++;
            }
        }
        return 0;
    }

    private static Link link(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Link(
                row.getLong(1),
                row.getObject(2, OffsetDateTime.class),
                row.getString(3),
                row.getBytes(4));
    }

    private static byte[] hash(byte[] previous, long sequence, OffsetDateTime at, String what) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(previous);
            var row = sequence + "|" + at.toInstant() + "|" + what;
            return digest.digest(row.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
