package titian.audit;

import static java.time.ZoneOffset.UTC;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of links and of the signed heads of days. */
@Repository
class Chain {

    /** Where the chain ends, or a part of it. */
    record End(long seq, byte[] hash, LocalDate day) {

        /** Before the first link. */
        static final End NONE = new End(0, Link.NOTHING, LocalDate.EPOCH);
    }

    /** A day and how many entries were linked on it. */
    record Day(LocalDate day, long entries, boolean isSigned) {}

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

    /** Waits for whoever links now: that takes a moment. */
    void waitForTurn() {
        db.sql("SELECT pg_advisory_xact_lock(hashtextextended('audit chain', 20))")
                .query((_, _) -> true)
                .list();
    }

    /** The last day that was signed. */
    Optional<LocalDate> lastSigned() {
        return db.sql("SELECT day FROM audit.head ORDER BY day DESC LIMIT 1")
                .query(LocalDate.class)
                .optional();
    }

    Optional<End> end() {
        return db.sql("SELECT seq, hash, day FROM audit.link ORDER BY seq DESC LIMIT 1")
                .query(Chain::place)
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

    /** The days before that one, the latest first: the signed ones tell where they end, so that nothing is counted. */
    List<Day> days(LocalDate before, int limit) {
        return db.sql("""
                        WITH unsigned AS (
                            SELECT day, count(*) AS entries, false AS signed
                              FROM audit.link
                             WHERE seq > coalesce((SELECT max(seq) FROM audit.head), 0)
                             GROUP BY day
                        ), signed AS (
                            SELECT day, seq - coalesce(lag(seq) OVER (ORDER BY seq), 0) AS entries, true AS signed
                              FROM audit.head
                        )
                        SELECT day, sum(entries)::bigint AS entries, bool_and(signed) AS signed
                          FROM (SELECT * FROM unsigned UNION ALL SELECT * FROM signed) d
                         WHERE day < :before
                         GROUP BY day
                         ORDER BY day DESC
                         LIMIT :limit
                        """)
                .param("before", before)
                .param("limit", limit)
                .query((row, _) -> new Day(
                        row.getObject("day", LocalDate.class), row.getLong("entries"), row.getBoolean("signed")))
                .list();
    }

    /** The place of an entry in the chain; nothing yet in the first seconds. */
    Optional<End> place(long entry) {
        return db.sql("SELECT seq, hash, day FROM audit.link WHERE entry = :entry")
                .param("entry", entry)
                .query(Chain::place)
                .optional();
    }

    /** A piece of the chain behind that link. */
    List<Link> after(long seq, int limit) {
        return db.sql("""
                        SELECT l.seq, l.day, l.hash, l.entry AS id, e.at, e.account, e.role, e.office, e.act, e.kind,
                               e.subject, e.before, e.after, e.why, e.request
                          FROM audit.link l
                          JOIN audit.entry e ON e.id = l.entry
                         WHERE l.seq > :seq
                         ORDER BY l.seq
                         LIMIT :limit
                        """)
                .param("seq", seq)
                .param("limit", limit)
                .query(Chain::link)
                .list();
    }

    private static End place(ResultSet row, int number) throws SQLException {
        return new End(row.getLong("seq"), row.getBytes("hash"), row.getObject("day", LocalDate.class));
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
