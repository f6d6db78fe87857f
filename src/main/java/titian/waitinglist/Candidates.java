package titian.waitinglist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.shared.OfficeId;
import titian.slot.SlotId;

/** Who waits at an office and could come at a window, in the order of joining; whoever is found is locked. */
@Repository
class Candidates {

    /** A few more than there are places, for some may turn out not to be ready. */
    private static final int SPARE = 10;

    private static final int GROUPS = 20;

    private final JdbcClient db;

    Candidates(JdbcClient db) {
        this.db = db;
    }

    /**
     * A window as those who wait see it.
     *
     * @param limit how many may come together
     */
    record Window(OfficeId office, SlotId slot, LocalDate day, Hours part, int limit) {}

    /**
     * Lets one share places out at a time, on whatever node, until the transaction ends: so the order of joining is
     * kept across windows and offices.
     */
    void oneAtATime() {
        db.sql("SELECT pg_advisory_xact_lock(hashtextextended('waitinglist', 13))::text")
                .query(String.class)
                .optional();
    }

    boolean anyAt(OfficeId office) {
        return db.sql("""
                        SELECT EXISTS (SELECT FROM waitinglist.wanted WHERE office = :office AND NOT ended)
                        """).param("office", office.value()).query(Boolean.class).single();
    }

    /** Those for whom so many places suffice, and the first of the groups for which they do not. */
    List<Candidate> of(Window window, int places, @Nullable WishId gathersFor) {
        var line = new ArrayList<Candidate>();
        line.addAll(find(window, 1, places, null, places + SPARE));
        line.addAll(find(window, places + 1, window.limit(), gathersFor, GROUPS));
        line.sort(Comparator.comparingLong(Candidate::rank));
        return List.copyOf(line);
    }

    /** Whoever has let an offer of this very window pass is not asked about it again. */
    private List<Candidate> find(Window window, int least, int most, @Nullable WishId first, int limit) {
        return db.sql("""
                        SELECT wish.id, wish.rank, wish.people, wish.passed
                          FROM waitinglist.wanted
                          JOIN waitinglist.wish ON wish.id = wanted.wish
                         WHERE wanted.office = :office
                           AND NOT wanted.ended
                           AND wish.state = 'WAITING'
                           AND :day BETWEEN wish.first_day AND wish.last_day
                           AND wish.weekdays & :weekday <> 0
                           AND wish.hours IN ('ANY', :part)
                           AND wish.people BETWEEN :least AND :most
                           AND NOT EXISTS (SELECT
                                             FROM waitinglist.offer
                                            WHERE offer.wish = wish.id AND offer.slot = :slot)
                         ORDER BY wish.id = :first DESC, wanted.rank
                         LIMIT :limit
                           FOR UPDATE OF wish
                        """)
                .param("office", window.office().value())
                .param("slot", window.slot().value())
                .param("day", window.day())
                .param("weekday", Wanted.bit(window.day().getDayOfWeek()))
                .param("part", window.part().name())
                .param("least", least)
                .param("most", Math.min(most, window.limit()))
                .param("first", first == null ? new UUID(0, 0) : first.value())
                .param("limit", limit)
                .query(Candidates::candidate)
                .list();
    }

    /** Counts, for each of these groups, how often a younger one was preferred to it now. */
    void passOver(List<Candidate> passedOver) {
        db.sql("""
                        UPDATE waitinglist.wish
                           SET passed = passed + times.count
                          FROM (SELECT wish, count(*) FROM unnest(CAST(:wishes AS uuid[])) AS wish GROUP BY wish) times
                         WHERE wish.id = times.wish
                        """)
                .param(
                        "wishes",
                        passedOver.stream().map(one -> one.wish().value()).toArray(UUID[]::new))
                .update();
    }

    /** From now on it is counted anew how often younger ones are preferred. */
    void countAnew(WishId wish) {
        db.sql("UPDATE waitinglist.wish SET passed = 0 WHERE id = :wish")
                .param("wish", wish.value())
                .update();
    }

    private static Candidate candidate(ResultSet row, int number) throws SQLException {
        return new Candidate(
                new WishId(row.getObject("id", UUID.class)),
                row.getLong("rank"),
                row.getInt("people"),
                row.getInt("passed"));
    }
}
