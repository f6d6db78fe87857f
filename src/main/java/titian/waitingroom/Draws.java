package titian.waitingroom;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The steps of a draw in the rows: each is taken once, by whichever node comes first. */
@Repository
class Draws {

    private final JdbcClient db;

    Draws(JdbcClient db) {
        this.db = db;
    }

    /**
     * Waits for those who are just taking a ticket, keeps others out until the transaction ends, and then lets nobody
     * join the draw any more.
     *
     * @return whether this was the one who did it
     */
    boolean endGathering(ReleaseId release, Instant now) {
        db.sql("SELECT pg_advisory_xact_lock(hashtextextended(:gate, 0))")
                .param("gate", Tickets.gate(release))
                .query()
                .listOfRows();
        return db.sql("""
                        UPDATE waitingroom.release
                           SET gathered_at = :now
                         WHERE id = :id AND gathered_at IS NULL AND opens_at <= :now AND withdrawn_at IS NULL
                        """)
                        .param("id", release.value())
                        .param("now", now.atOffset(UTC))
                        .update()
                == 1;
    }

    /** The sealed seed of a release to be drawn, held until the transaction ends; none if another node has it. */
    Optional<byte[]> take(ReleaseId release) {
        return db.sql("""
                        SELECT sealed_seed
                          FROM waitingroom.release
                         WHERE id = :id AND gathered_at IS NOT NULL AND drawn_at IS NULL
                           FOR NO KEY UPDATE SKIP LOCKED
                        """)
                .param("id", release.value())
                .query((row, _) -> Objects.requireNonNull(row.getBytes("sealed_seed")))
                .optional();
    }

    /** A million tickets take longer than a page may; nobody waits for this transaction. */
    void takeTime() {
        db.sql("SET LOCAL statement_timeout = '10min'").update();
        db.sql("SET LOCAL work_mem = '64MB'").update();
    }

    /**
     * Gives every ticket in the draw its place, in one statement: in order of HMAC-SHA256(seed, number of the ticket).
     *
     * @return how many there were
     */
    int draw(ReleaseId release, Seed seed) {
        return db.sql("""
                        INSERT INTO waitingroom.place (release, position, ticket)
                        SELECT release, row_number() OVER (ORDER BY rank), id
                          FROM (SELECT release, id, sha256(:outer || sha256(:inner || convert_to(id, 'UTF8'))) AS rank
                                  FROM waitingroom.ticket
                                 WHERE release = :release AND by_lot) AS ranked
                         ORDER BY rank
                        """)
                .param("release", release.value())
                .param("inner", seed.inner())
                .param("outer", seed.outer())
                .update();
    }

    /** From now on the seed is known to everyone, and the first in line is let in. */
    void publish(ReleaseId release, Seed seed, int drawn, Instant now) {
        db.sql("""
                        UPDATE waitingroom.release
                           SET drawn_at = :now, seed = :seed, drawn = :drawn, placed = :drawn, counted_at = :now
                         WHERE id = :id AND drawn_at IS NULL
                        """)
                .param("id", release.value())
                .param("seed", seed.told())
                .param("drawn", drawn)
                .param("now", now.atOffset(UTC))
                .update();
    }

    /** The line of a room that lets people in, held until the transaction ends; none if another node has it. */
    Optional<Line> hold(ReleaseId release) {
        return db.sql("""
                        SELECT *
                          FROM waitingroom.release
                         WHERE id = :id AND drawn_at IS NOT NULL AND closed_at IS NULL
                           FOR NO KEY UPDATE SKIP LOCKED
                        """)
                .param("id", release.value())
                .query(Releases::release)
                .optional()
                .flatMap(Release::standing);
    }

    /** Gives those who came after the opening the next places of the line, in order of arrival. */
    int seat(ReleaseId release, int behind, int most) {
        return db.sql("""
                        WITH come AS (
                            DELETE FROM waitingroom.newcomer
                             WHERE release = :release
                               AND arrival IN (SELECT arrival
                                                 FROM waitingroom.newcomer
                                                WHERE release = :release
                                                ORDER BY arrival
                                                LIMIT :most)
                            RETURNING release, arrival, ticket
                        )
                        INSERT INTO waitingroom.place (release, position, ticket)
                        SELECT release, :behind + row_number() OVER (ORDER BY arrival), ticket
                          FROM come
                        """)
                .param("release", release.value())
                .param("behind", behind)
                .param("most", most)
                .update();
    }

    void count(ReleaseId release, Line line) {
        db.sql("""
                        UPDATE waitingroom.release
                           SET placed = :placed, admitted = :admitted, counted_at = :countedAt
                         WHERE id = :id
                        """)
                .param("id", release.value())
                .param("placed", line.placed())
                .param("admitted", line.admitted())
                .param("countedAt", line.countedAt().atOffset(UTC))
                .update();
    }

    boolean somebodyIsComing(ReleaseId release) {
        return db.sql("SELECT EXISTS (SELECT FROM waitingroom.newcomer WHERE release = :release)")
                .param("release", release.value())
                .query(Boolean.class)
                .single();
    }

    /** Notes since when the room stands idle, or that it does not. */
    void idle(ReleaseId release, boolean idle, Instant now) {
        db.sql("""
                        UPDATE waitingroom.release
                           SET idle_since = CASE WHEN :idle THEN CAST(:now AS timestamptz) END
                         WHERE id = :id AND closed_at IS NULL AND (idle_since IS NOT NULL) <> :idle
                        """)
                .param("id", release.value())
                .param("idle", idle)
                .param("now", now.atOffset(UTC))
                .update();
    }

    /** Closes a room that has stood idle since then, or whose release opened before its last hour. */
    void close(ReleaseId release, Instant idleSince, Instant openedBefore, Instant now) {
        db.sql("""
                        UPDATE waitingroom.release
                           SET closed_at = :now
                         WHERE id = :id AND closed_at IS NULL AND drawn_at IS NOT NULL
                           AND (idle_since <= :idleSince OR opens_at <= :openedBefore)
                        """)
                .param("id", release.value())
                .param("idleSince", idleSince.atOffset(UTC))
                .param("openedBefore", openedBefore.atOffset(UTC))
                .param("now", now.atOffset(UTC))
                .update();
    }
}
