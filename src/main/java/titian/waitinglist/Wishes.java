package titian.waitinglist;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.OfficeId;
import titian.waitinglist.Wish.State;
import titian.waitinglist.Wish.Why;

/** The tables of wishes: what people wait for, who goes together, and where. */
@Repository
class Wishes {

    /** More than an account can have open at a time: those that ended lately are listed too. */
    private static final int MOST_LISTED = 20;

    private static final int MOST_ENDED_AT_ONCE = 200;

    private final JdbcClient db;

    Wishes(JdbcClient db) {
        this.db = db;
    }

    /** Puts somebody at the end of the list. False if one of the applications waits already. */
    boolean add(
            WishId id,
            AccountId account,
            List<ApplicationId> members,
            Wanted wanted,
            Map<OfficeId, String> zones,
            Instant now) {
        var added = db.sql("""
                        WITH added AS (
                            INSERT INTO waitinglist.wish (id, account, people, first_day, last_day, weekdays, hours,
                                   joined_at, state, state_at)
                            VALUES (:id, :account, :people, :first, :last, :weekdays, :hours, :now, 'WAITING', :now)
                        )
                        INSERT INTO waitinglist.member (wish, application)
                        SELECT :id, member.application
                          FROM unnest(CAST(:members AS uuid[])) AS member (application)
                         ORDER BY member.application
                            ON CONFLICT (application) WHERE NOT ended DO NOTHING
                        """)
                .param("id", id.value())
                .param("account", account.value())
                .param("people", members.size())
                .param("first", wanted.firstDay())
                .param("last", wanted.lastDay())
                .param("weekdays", wanted.bits())
                .param("hours", wanted.hours().name())
                .param("members", members.stream().map(ApplicationId::toString).toArray(String[]::new))
                .param("now", now.atOffset(UTC))
                .update();
        if (added < members.size()) {
            return false;
        }
        wantAt(id, zones);
        return true;
    }

    private void wantAt(WishId id, Map<OfficeId, String> zones) {
        var offices = zones.keySet().stream()
                .sorted((one, other) -> one.value().compareTo(other.value()))
                .toList();
        db.sql("""
                        INSERT INTO waitinglist.wanted (wish, office, zone, rank)
                        SELECT wish.id, wanted.office, wanted.zone, wish.rank
                          FROM waitinglist.wish
                         CROSS JOIN unnest(CAST(:offices AS text[]), CAST(:zones AS text[])) AS wanted (office, zone)
                         WHERE wish.id = :id
                         ORDER BY wanted.office
                            ON CONFLICT DO NOTHING
                        """)
                .param("id", id.value())
                .param("offices", offices.stream().map(OfficeId::value).toArray(String[]::new))
                .param("zones", offices.stream().map(zones::get).toArray(String[]::new))
                .update();
    }

    /** Writes other days and offices; the rank stays. */
    void change(WishId id, Wanted wanted, Map<OfficeId, String> zones) {
        db.sql("""
                        UPDATE waitinglist.wish
                           SET first_day = :first, last_day = :last, weekdays = :weekdays, hours = :hours
                         WHERE id = :id
                        """)
                .param("id", id.value())
                .param("first", wanted.firstDay())
                .param("last", wanted.lastDay())
                .param("weekdays", wanted.bits())
                .param("hours", wanted.hours().name())
                .update();
        db.sql("DELETE FROM waitinglist.wanted WHERE wish = :id AND office <> ALL (CAST(:offices AS text[]))")
                .param("id", id.value())
                .param("offices", zones.keySet().stream().map(OfficeId::value).toArray(String[]::new))
                .update();
        wantAt(id, zones);
    }

    Optional<Wish> find(WishId id) {
        return db.sql("""
                        SELECT wish.*,
                               ARRAY(SELECT application
                                       FROM waitinglist.member
                                      WHERE member.wish = wish.id
                                      ORDER BY application) AS members,
                               ARRAY(SELECT office
                                       FROM waitinglist.wanted
                                      WHERE wanted.wish = wish.id
                                      ORDER BY office) AS offices
                          FROM waitinglist.wish
                         WHERE wish.id = :id
                        """).param("id", id.value()).query(Wishes::wish).optional();
    }

    /** Finds it and keeps everyone else from moving it until the transaction ends. */
    Optional<Wish> lock(WishId id) {
        return db.sql("SELECT id FROM waitinglist.wish WHERE id = :id FOR UPDATE")
                .param("id", id.value())
                .query(UUID.class)
                .optional()
                .flatMap(locked -> find(new WishId(locked)));
    }

    /** The open wish of this application. */
    Optional<Wish> open(ApplicationId application) {
        return db.sql("SELECT wish FROM waitinglist.member WHERE application = :application AND NOT ended")
                .param("application", application.value())
                .query(UUID.class)
                .optional()
                .flatMap(wish -> find(new WishId(wish)));
    }

    /** The account's wishes, open ones first, then those that ended since. */
    List<Wish> of(AccountId account, Instant endedSince) {
        return db
                .sql("""
                        SELECT id
                          FROM waitinglist.wish
                         WHERE account = :account AND (state <> 'ENDED' OR state_at >= :since)
                         ORDER BY state = 'ENDED', joined_at DESC
                         LIMIT :limit
                        """)
                .param("account", account.value())
                .param("since", endedSince.atOffset(UTC))
                .param("limit", MOST_LISTED)
                .query((row, _) -> new WishId(row.getObject("id", UUID.class)))
                .list()
                .stream()
                .flatMap(id -> find(id).stream())
                .toList();
    }

    /** Moves a wish, unless somebody else moved it from there first. */
    boolean move(WishId id, State from, State to, @Nullable Why why, Instant now) {
        return db.sql("""
                        UPDATE waitinglist.wish
                           SET state = :to, why = :why, state_at = :now
                         WHERE id = :id AND state = :from
                        """)
                        .param("id", id.value())
                        .param("from", from.name())
                        .param("to", to.name())
                        .param("why", why == null ? null : why.name())
                        .param("now", now.atOffset(UTC))
                        .update()
                == 1;
    }

    /** Counts an offer that was missed; gives how many in a row that makes. */
    int miss(WishId id) {
        return db.sql("UPDATE waitinglist.wish SET missed = missed + 1 WHERE id = :id RETURNING missed")
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    void forgetMissed(WishId id) {
        db.sql("UPDATE waitinglist.wish SET missed = 0 WHERE id = :id")
                .param("id", id.value())
                .update();
    }

    /** Leaves the lists of all offices, and lets the applications wait again another time. */
    void leave(WishId id) {
        db.sql("UPDATE waitinglist.member SET ended = true WHERE wish = :id")
                .param("id", id.value())
                .update();
        db.sql("UPDATE waitinglist.wanted SET ended = true WHERE wish = :id")
                .param("id", id.value())
                .update();
    }

    /** Some of those whose last day has passed by the clocks of all their offices, locked. */
    List<WishId> takeOver(Instant now) {
        return db.sql("""
                        SELECT wish.id
                          FROM waitinglist.wish
                         WHERE wish.state IN ('WAITING', 'PAUSED')
                           AND wish.last_day <= :latest
                           AND NOT EXISTS (SELECT
                                             FROM waitinglist.wanted
                                            WHERE wanted.wish = wish.id
                                              AND CAST(CAST(:now AS timestamptz) AT TIME ZONE wanted.zone AS date)
                                                  <= wish.last_day)
                         ORDER BY wish.last_day
                         LIMIT :limit
                           FOR UPDATE SKIP LOCKED
                        """)
                .param("now", now.atOffset(UTC))
                .param("latest", LocalDate.ofInstant(now, UTC).plusDays(1))
                .param("limit", MOST_ENDED_AT_ONCE)
                .query((row, _) -> new WishId(row.getObject("id", UUID.class)))
                .list();
    }

    /** How many people joined an office's list before this wish and wait for days it wants too; no more are counted. */
    int ahead(Wish wish, OfficeId office, int most) {
        return db.sql("""
                        SELECT COALESCE(sum(people), 0)
                          FROM (SELECT wish.people
                                  FROM waitinglist.wanted
                                  JOIN waitinglist.wish ON wish.id = wanted.wish
                                 WHERE wanted.office = :office
                                   AND wanted.rank < :rank
                                   AND NOT wanted.ended
                                   AND wish.state IN ('WAITING', 'OFFERED')
                                   AND wish.first_day <= :last
                                   AND wish.last_day >= :first
                                 ORDER BY wanted.rank
                                 LIMIT :most) ahead
                        """)
                .param("office", office.value())
                .param("rank", wish.rank())
                .param("first", wish.wanted().firstDay())
                .param("last", wish.wanted().lastDay())
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    private static Wish wish(ResultSet row, int number) throws SQLException {
        return new Wish(
                new WishId(row.getObject("id", UUID.class)),
                row.getLong("rank"),
                new AccountId(row.getObject("account", UUID.class)),
                Stream.of((UUID[]) row.getArray("members").getArray())
                        .map(ApplicationId::new)
                        .toList(),
                wanted(row),
                row.getObject("joined_at", OffsetDateTime.class).toInstant(),
                State.valueOf(row.getString("state")),
                row.getString("why") == null ? null : Why.valueOf(row.getString("why")));
    }

    private static Wanted wanted(ResultSet row) throws SQLException {
        return new Wanted(
                Stream.of((String[]) row.getArray("offices").getArray())
                        .map(OfficeId::new)
                        .toList(),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                Wanted.weekdays(row.getInt("weekdays")),
                Hours.valueOf(row.getString("hours")));
    }
}
