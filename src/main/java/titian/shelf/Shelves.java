package titian.shelf;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Decides where documents lie: in the bucket that is named, or else below the data folder. */
@Configuration(proxyBeanMethods = false)
class Shelves {

    private static final Logger LOG = LoggerFactory.getLogger(Shelves.class);
    private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(20);

    @Bean
    Shelf shelf(Bucket bucket, Aside aside, @Value("${titian.data}") Path data) {
        if (bucket.isNamed()) {
            LOG.info("Documents lie in the {}", bucket);
            return new BucketShelf(bucket);
        }
        return new FolderShelf(data, aside);
    }

    @Bean
    Task<Void> sweepUploadsLeftBehind(Aside aside) {
        return Tasks.recurring("uploads-left-behind", FixedDelay.of(BETWEEN_SWEEPS))
                .execute((_, _) -> aside.sweep());
    }
}
