package titian.platform;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Where work that must happen is written down: in the transaction that wants it, so that it happens if and only if
 * that commits. It runs on any node, right after the commit, and again until it succeeds.
 */
@Component
public class Tasks {

    /** Due at once, whatever the clock says. */
    private static final Instant NOW = Instant.EPOCH;

    private final ObjectProvider<Scheduler> scheduler;

    Tasks(ObjectProvider<Scheduler> scheduler) {
        this.scheduler = scheduler;
    }

    /**
     * Records that the task must happen for this subject, soon. Asking twice for the same subject while it waits is
     * asking once.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public <T> void soon(TaskDescriptor<T> task, String subject, T data) {
        var client = scheduler.getObject();
        client.scheduleIfNotExists(task.instance(subject).data(data).scheduledTo(NOW));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                client.triggerCheckForDueExecutions();
            }
        });
    }
}
