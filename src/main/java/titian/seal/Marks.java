package titian.seal;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The columns of marks, and how far another key of marks has been brought in. */
@Repository
class Marks {

    /** The key that is being brought in, by how its marks end, and whether marks move already. */
    record Moving(String ending, boolean begun, Instant since) {}

    /** A column of marks. */
    record Place(String home, String name) {

        /** The index by which marks are found there while they move. */
        String index() {
            return "moving_" + home.replaceAll("[^a-z]", "_") + "_" + name;
        }

        String schema() {
            return home.substring(0, home.indexOf('.'));
        }
    }

    private final JdbcClient db;

    Marks(JdbcClient db) {
        this.db = db;
    }

    Optional<Moving> moving() {
        return db.sql("SELECT ending, begun, since FROM seal.moving")
                .query((row, _) -> new Moving(
                        row.getString("ending"),
                        row.getBoolean("begun"),
                        row.getObject("since", OffsetDateTime.class).toInstant()))
                .optional();
    }

    void announce(String ending, Instant now) {
        db.sql("INSERT INTO seal.moving (ending, begun, since) VALUES (:ending, false, :now)")
                .param("ending", ending)
                .param("now", now.atOffset(UTC))
                .update();
    }

    /** From now on a mark moves whenever it is met. */
    void begin(Instant now) {
        db.sql("UPDATE seal.moving SET begun = true, since = :now WHERE NOT begun")
                .param("now", now.atOffset(UTC))
                .update();
    }

    /** Reads which columns their modules call marks. */
    void findPlaces() {
        db.sql("""
                        INSERT INTO seal.marked (home, name)
                        SELECT format('%I.%I', n.nspname, c.relname), a.attname
                          FROM pg_description d
                          JOIN pg_class c ON c.oid = d.objoid
                          JOIN pg_namespace n ON n.oid = c.relnamespace
                          JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.objsubid
                         WHERE d.classoid = 'pg_class'::regclass AND d.objsubid > 0 AND d.description = 'a mark'
                            ON CONFLICT DO NOTHING
                        """).update();
    }

    /** Lets a column be watched for former marks that somebody still holds in hand. */
    void watch(Place place) {
        db.sql("SELECT seal.watch_mark(:home, :name)")
                .param("home", place.home())
                .param("name", place.name())
                .query((_, _) -> true)
                .list();
    }

    void stopWatching(Place place) {
        db.sql("SELECT seal.stop_watching_mark(:home, :name)")
                .param("home", place.home())
                .param("name", place.name())
                .query((_, _) -> true)
                .list();
    }

    List<Place> places() {
        return db.sql("SELECT home, name FROM seal.marked ORDER BY home, name LIMIT 1000")
                .query((row, _) -> new Place(row.getString("home"), row.getString("name")))
                .list();
    }

    /** Built beside whoever works; one that was cut off is begun anew. */
    void index(Place place) {
        dropIndex(place);
        db.sql("CREATE INDEX CONCURRENTLY %s ON %s (%s)".formatted(place.index(), place.home(), place.name()))
                .update();
    }

    void dropIndex(Place place) {
        db.sql("DROP INDEX CONCURRENTLY IF EXISTS %s.%s".formatted(place.schema(), place.index()))
                .update();
    }

    /** Some marks behind that one which do not end so, in their order. */
    List<UUID> former(Place place, String ending, UUID after, int most) {
        return db.sql("""
                        SELECT DISTINCT %2$s AS mark
                          FROM %1$s
                         WHERE %2$s > :after AND right(%2$s::text, 12) <> :ending
                         ORDER BY mark
                         LIMIT :most
                        """.formatted(place.home(), place.name()))
                .param("after", after)
                .param("ending", ending)
                .param("most", most)
                .query((row, _) -> row.getObject("mark", UUID.class))
                .list();
    }

    /** Gives way at once to whoever works. */
    void waitShortly() {
        db.sql("SET LOCAL lock_timeout = '100ms'").update();
    }

    /** The mark to look for and to write now, of a text that has these two. */
    UUID present(UUID former, UUID present) {
        return db.sql("SELECT seal.present_mark(:former, :present)")
                .param("former", former)
                .param("present", present)
                .query(UUID.class)
                .single();
    }

    /** Nobody holds a former mark in hand any more. */
    void end() {
        db.sql("DELETE FROM seal.marked").update();
        db.sql("TRUNCATE seal.moved").update();
        db.sql("DELETE FROM seal.moving").update();
    }
}
