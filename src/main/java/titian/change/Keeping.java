package titian.change;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import titian.change.Diary.Entry;

/** Goes through what is due in the diary, as long as there is anything. */
@Configuration(proxyBeanMethods = false)
class Keeping {

    private static final Logger LOG = LoggerFactory.getLogger(Keeping.class);

    private static final Duration PAUSE = Duration.ofSeconds(4);
    private static final Duration LATER = Duration.ofMinutes(5);
    private static final int AT_ONCE = 200;
    private static final int ROUNDS = 50;

    private final DiaryDesk diary;

    Keeping(DiaryDesk diary) {
        this.diary = diary;
    }

    @Bean
    Task<Void> keepDiary() {
        return Tasks.recurring("keep-diary", FixedDelay.of(PAUSE)).execute((_, _) -> sweep());
    }

    void sweep() {
        List<Entry> due;
        for (int round = 0; round < ROUNDS && !(due = diary.due(AT_ONCE)).isEmpty(); round++) {
            due.forEach(this::keep);
        }
    }

    private void keep(Entry entry) {
        try {
            diary.keep(entry);
        } catch (RuntimeException failed) {
            LOG.error("{} could not be done and is left for later", entry, failed);
            diary.putOff(entry, LATER);
        }
    }
}
