package titian.reconciliation;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads files while nobody waits, and looks every half minute whether some lie in the folder. */
@Configuration(proxyBeanMethods = false)
class Errands {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(30);
    private static final Duration A_MOMENT = Duration.ofSeconds(10);

    @Bean
    Task<FileDesk.OneFile> readDailyFile(FileDesk desk) {
        return Tasks.oneTime(FileDesk.READ_FILE)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(A_MOMENT))
                .execute((errand, _) -> {
                    try {
                        desk.readAll(new FileId(errand.getData().file()));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    @Bean
    Task<Void> lookIntoFolder(Folder folder, FileDesk desk) {
        return Tasks.recurring("take-daily-files", FixedDelay.of(BETWEEN_LOOKS)).execute((_, _) -> {
            folder.takeAll();
            desk.forgetLeftBehind();
        });
    }
}
