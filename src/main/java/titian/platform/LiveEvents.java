package titian.platform;

import java.time.Clock;
import java.time.ZoneOffset;
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
                            INSERT INTO platform.live_event (topic, at)
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
}
