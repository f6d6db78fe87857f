package titian.waitingroom;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.shared.AccountId;

/** The tickets taken, and their places in the line. */
@Repository
class Tickets {

    /** A ticket as it stands. Without a place, it waits for the draw or for the next round. */
    record Row(
            TicketId id,
            boolean byLot,
            @Nullable Integer position,
            int admissions,
            @Nullable Instant firstAdmittedAt,
            @Nullable Instant admittedUntil) {}

    /** A line of the published list. */
    record Drawn(int position, TicketId ticket) {}

    private final JdbcClient db;

    Tickets(JdbcClient db) {
        this.db = db;
    }

    /** Whoever takes a ticket for the draw holds this gate open for a moment; the draw waits for them and shuts it. */
    static String gate(ReleaseId release) {
        return "waitingroom.gate " + release;
    }

    void holdGateOpen(ReleaseId release) {
        db.sql("SELECT pg_advisory_xact_lock_shared(hashtextextended(:gate, 0))")
                .param("gate", gate(release))
                .query()
                .listOfRows();
    }

    /**
     * One small row, and one more for a late comer. Where the account has a ticket already, nothing.
     *
     * @return false if there was nothing to do: the account has one, or the room is not open
     */
    boolean take(ReleaseId release, AccountId account, TicketId ticket, Instant now) {
        return db.sql("""
                        WITH taken AS (
                            INSERT INTO waitingroom.ticket (release, account, id, by_lot, taken_at)
                            SELECT id, :account, :ticket, opens_at > :now AND gathered_at IS NULL, :now
                              FROM waitingroom.release
                             WHERE id = :release AND room_opens_at <= :now
                               AND closed_at IS NULL AND withdrawn_at IS NULL
                                ON CONFLICT ON CONSTRAINT one_ticket_per_account DO NOTHING
                            RETURNING release, id, by_lot
                        ), late AS (
                            INSERT INTO waitingroom.newcomer (release, ticket)
                            SELECT release, id
                              FROM taken
                             WHERE NOT by_lot
                        )
                        SELECT count(*) FROM taken
                        """)
                        .param("release", release.value())
                        .param("account", account.value())
                        .param("ticket", ticket.value())
                        .param("now", now.atOffset(UTC))
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /** Found by two primary keys, however many there are. */
    Optional<Row> find(ReleaseId release, AccountId account) {
        return db.sql("""
                        SELECT ticket.id, ticket.by_lot, ticket.admissions, ticket.first_admitted_at,
                               ticket.admitted_until, place.position
                          FROM waitingroom.ticket ticket
                          LEFT JOIN waitingroom.place place ON place.release = ticket.release
                                                           AND place.ticket = ticket.id
                         WHERE ticket.release = :release AND ticket.account = :account
                        """)
                .param("release", release.value())
                .param("account", account.value())
                .query(Tickets::row)
                .optional();
    }

    /** Lets the person in for a time, unless they have been. */
    void admit(ReleaseId release, AccountId account, Duration stay, Instant now) {
        db.sql("""
                        UPDATE waitingroom.ticket
                           SET admissions = 1, first_admitted_at = :now, admitted_until = :until
                         WHERE release = :release AND account = :account AND admissions = 0
                        """)
                .param("release", release.value())
                .param("account", account.value())
                .param("now", now.atOffset(UTC))
                .param("until", now.plus(stay).atOffset(UTC))
                .update();
    }

    /** Gives the person the rest of their window, once. */
    void renew(ReleaseId release, AccountId account, Instant windowEnds) {
        db.sql("""
                        UPDATE waitingroom.ticket
                           SET admissions = 2, admitted_until = :until
                         WHERE release = :release AND account = :account AND admissions = 1
                        """)
                .param("release", release.value())
                .param("account", account.value())
                .param("until", windowEnds.atOffset(UTC))
                .update();
    }

    /** A part of the published list: those drawn, in their order, without anybody's name. */
    List<Drawn> drawn(ReleaseId release, int after, int last, int limit) {
        return db.sql("""
                        SELECT position, ticket
                          FROM waitingroom.place
                         WHERE release = :release AND position > :after AND position <= :last
                         ORDER BY position
                         LIMIT :limit
                        """)
                .param("release", release.value())
                .param("after", after)
                .param("last", last)
                .param("limit", limit)
                .query((row, _) -> new Drawn(row.getInt("position"), new TicketId(row.getString("ticket"))))
                .list();
    }

    /** Where a ticket stands in the line, for whoever has its number. */
    Optional<Integer> position(ReleaseId release, TicketId ticket) {
        return db.sql("SELECT position FROM waitingroom.place WHERE release = :release AND ticket = :ticket")
                .param("release", release.value())
                .param("ticket", ticket.value())
                .query(Integer.class)
                .optional();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                new TicketId(row.getString("id")),
                row.getBoolean("by_lot"),
                row.getObject("position", Integer.class),
                row.getInt("admissions"),
                instant(row, "first_admitted_at"),
                instant(row, "admitted_until"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
