package titian.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import titian.TitianTest;

/** What must happen, and in which order when much must. */
@TitianTest
class TasksTest {

    @Autowired
    JdbcClient db;

    /** However many errands wait, places are given back and people reminded. */
    @Test
    void whatIsSweptAgainAndAgainGoesBeforeErrands() {
        var errand = new TaskInstance<>("errand", "one").getPriority();

        assertThat(db.sql("SELECT coalesce(priority, 0) FROM platform.scheduled_task WHERE task_instance = 'recurring'")
                        .query(Integer.class)
                        .list())
                .hasSizeGreaterThan(10)
                .allSatisfy(sweep -> assertThat(sweep).isGreaterThan(errand));
    }
}
