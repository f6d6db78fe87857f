package titian.platform;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SystemClock;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Duration;
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

    /** The scheduler's own clock, which no development moves. */
    private static final Clock SYSTEM = new SystemClock();

    private final ObjectProvider<Scheduler> scheduler;

    Tasks(ObjectProvider<Scheduler> scheduler) {
        this.scheduler = scheduler;
    }

    /**
     * Records that the task must happen for this subject, soon: after those that wait already, and after whatever is to be
     * done again and again, so that no storm of errands keeps a place from being given back. Asking twice for the same subject
     * while it waits is asking once.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public <T> void soon(TaskDescriptor<T> task, String subject, T data) {
        var client = record(task, subject, data, SYSTEM.now());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                client.triggerCheckForDueExecutions();
            }
        });
    }

    /** The same, but not before so long: for what can wait until something more pressing is done. */
    @Transactional(propagation = Propagation.MANDATORY)
    public <T> void after(Duration wait, TaskDescriptor<T> task, String subject, T data) {
        record(task, subject, data, SYSTEM.now().plus(wait));
    }

    private <T> Scheduler record(TaskDescriptor<T> task, String subject, T data, Instant due) {
        var client = scheduler.getObject();
        client.scheduleIfNotExists(task.instance(subject).data(data).scheduledTo(due));
        return client;
    }
}
