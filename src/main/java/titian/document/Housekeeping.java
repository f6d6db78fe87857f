package titian.document;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is done about the files while nobody waits for it. */
@Configuration(proxyBeanMethods = false)
class Housekeeping {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final Duration BETWEEN_SEALINGS = Duration.ofMinutes(1);
    private static final Duration BETWEEN_SCANS = Duration.ofSeconds(30);
    private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(20);
    private static final Duration BETWEEN_READINGS = Duration.ofSeconds(3);
    private static final int AT_A_TIME = 200;

    /** A sheet takes seconds: what came meanwhile comes first in the next round. */
    private static final int READ_AT_A_TIME = 10;

    private static final int ROUNDS = 50;

    @Bean
    Task<Void> sealDocumentKeysAnew(DocumentDesk desk) {
        return Tasks.recurring("document-keys-sealed-anew", FixedDelay.of(BETWEEN_SEALINGS))
                .execute((_, _) -> {
                    int sealed = 0;
                    for (int round = 0, some; round < ROUNDS && (some = desk.reseal(AT_A_TIME)) > 0; round++) {
                        sealed += some;
                    }
                    if (sealed > 0) {
                        LOG.info("{} keys of documents are now sealed by the first of TITIAN_DOCUMENT_KEYS", sealed);
                    }
                });
    }

    @Bean
    Task<Void> scanDocumentsLeftOver(ScanDesk desk) {
        return Tasks.recurring("documents-scanned-later", FixedDelay.of(BETWEEN_SCANS))
                .execute((_, _) -> desk.scanLeftOver(AT_A_TIME));
    }

    @Bean
    Task<Void> sweepUnfinishedUploads(ArrivalDesk desk) {
        return Tasks.recurring("unfinished-uploads", FixedDelay.of(BETWEEN_SWEEPS))
                .execute((_, _) -> desk.sweep());
    }

    @Bean
    Task<Void> readDocuments(ReadingDesk desk) {
        return Tasks.recurring("documents-read", FixedDelay.of(BETWEEN_READINGS))
                .execute((_, _) -> desk.readLeftOver(READ_AT_A_TIME));
    }
}
