package titian.live;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells open screens that something changed and they should look again. An event names a topic and nothing else, so
 * it may travel anywhere.
 */
@Component
public class LiveEvents {

    private static final Duration REMEMBERED = Duration.ofDays(1);
    private static final int FORGOTTEN_AT_ONCE = 20_000;

    private static final int HINTED_AT_ONCE = 80;

    private final JdbcClient db;
    private final Clock clock;

    LiveEvents(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Says, once the surrounding transaction commits, that what this topic shows has changed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void changed(String topic) {
        db.sql("""
                        WITH said AS (
                            INSERT INTO live.event (topic, at)
                            VALUES (:topic, :at)
                            RETURNING id, topic
                        )
                        SELECT pg_notify('live_event', id || ' ' || topic) FROM said
                        """)
                .param("topic", topic)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .query()
                .listOfRows();
    }

    /**
     * Says at once to every node that what these topics show may have changed. It is not remembered: whoever hears it
     * ({@link LiveEar}) looks again every few seconds in any case.
     */
    public void hint(Collection<String> topics) {
        var names = List.copyOf(topics);
        for (int from = 0; from < names.size(); from += HINTED_AT_ONCE) {
            db.sql("SELECT pg_notify('live_hint', :topics)::text")
                    .param(
                            "topics",
                            String.join("\n", names.subList(from, Math.min(names.size(), from + HINTED_AT_ONCE))))
                    .query(String.class)
                    .optional();
        }
    }

    /** The topic's newest event that is still remembered. */
    OptionalLong newest(String topic) {
        return db.sql("""
                        SELECT id
                        FROM live.event
                        WHERE topic = :topic
                        ORDER BY id DESC
                        LIMIT 1
                        """)
                .param("topic", topic)
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    /** Deletes what is older than a day, a bounded number at a time; gives how many. */
    int forgetOld() {
        return db.sql("""
                        DELETE FROM live.event
                        WHERE id IN (
                            SELECT id
                            FROM live.event
                            WHERE at < :before
                            ORDER BY id
                            LIMIT :most
                        )
                        """)
                .param("before", clock.instant().minus(REMEMBERED).atOffset(ZoneOffset.UTC))
                .param("most", FORGOTTEN_AT_ONCE)
                .update();
    }
}
