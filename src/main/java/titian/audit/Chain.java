package titian.audit;

import static java.time.ZoneOffset.UTC;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of links and of the signed heads of days. */
@Repository
class Chain {

    /** Where the chain ends now. */
    record End(long seq, byte[] hash) {}

    private final JdbcClient db;
    private final NamedParameterJdbcOperations batches;

    Chain(JdbcClient db, NamedParameterJdbcOperations batches) {
        this.db = db;
        this.batches = batches;
    }

    /** Whether this is the only node that links now; others leave it to the one that does. */
    boolean takeTurn() {
        return db.sql("SELECT pg_try_advisory_xact_lock(hashtextextended('audit chain', 20))")
                .query(Boolean.class)
                .single();
    }

    Optional<End> end() {
        return db.sql("SELECT seq, hash FROM audit.link ORDER BY seq DESC LIMIT 1")
                .query((row, _) -> new End(row.getLong("seq"), row.getBytes("hash")))
                .optional();
    }

    void add(List<Link> links) {
        batches.batchUpdate(
                "INSERT INTO audit.link (seq, entry, day, hash) VALUES (:seq, :entry, :day, :hash)",
                links.stream()
                        .map(link -> new MapSqlParameterSource("seq", link.seq())
                                .addValue("entry", link.entry().id())
                                .addValue("day", Date.valueOf(link.day()))
                                .addValue("hash", link.hash()))
                        .toArray(SqlParameterSource[]::new));
    }

    /** Days that are over and have no signed head yet, with their last link. */
    List<Head> unsigned(LocalDate today) {
        return db.sql("""
                        SELECT DISTINCT ON (day) day, seq, hash, ''::bytea AS signature
                          FROM audit.link l
                         WHERE day < :today
                           AND NOT EXISTS (SELECT FROM audit.head h WHERE h.day = l.day)
                         ORDER BY day, seq DESC
                         LIMIT 1000
                        """).param("today", today).query(Chain::head).list();
    }

    void sign(Head head, Instant now) {
        db.sql("""
                        INSERT INTO audit.head (day, seq, hash, signature, signed_at)
                        VALUES (:day, :seq, :hash, :signature, :now)
                        ON CONFLICT (day) DO NOTHING
                        """)
                .param("day", head.day())
                .param("seq", head.seq())
                .param("hash", head.hash())
                .param("signature", head.signature())
                .param("now", now.atOffset(UTC))
                .update();
    }

    List<Head> heads() {
        return db.sql("SELECT day, seq, hash, signature FROM audit.head ORDER BY seq LIMIT 100000")
                .query(Chain::head)
                .list();
    }

    /** The whole chain from its beginning, a piece of memory at a time. */
    void walk(Consumer<Stream<Link>> reader) {
        try (var links = db.sql("""
                        SELECT l.seq, l.day, l.hash, l.entry AS id, e.at, e.account, e.role, e.office, e.act, e.kind,
                               e.subject, e.before, e.after, e.why, e.request
                          FROM audit.link l
                          JOIN audit.entry e ON e.id = l.entry
                         ORDER BY l.seq
                        """).withFetchSize(1000).query(Chain::link).stream()) {
            reader.accept(links);
        }
    }

    private static Link link(ResultSet row, int number) throws SQLException {
        return new Link(
                row.getLong("seq"),
                row.getObject("day", LocalDate.class),
                row.getBytes("hash"),
                Entries.entry(row, number));
    }

    private static Head head(ResultSet row, int number) throws SQLException {
        return new Head(
                row.getObject("day", LocalDate.class),
                row.getLong("seq"),
                row.getBytes("hash"),
                row.getBytes("signature"));
    }
}
