package titian.casework;

import static titian.casework.FileStep.APPROVE;
import static titian.casework.FileStep.CLOSE;
import static titian.casework.FileStep.DECLINE_REFUSAL;
import static titian.casework.FileStep.MEND;
import static titian.casework.FileStep.PAUSE;
import static titian.casework.FileStep.PROPOSE_REFUSAL;
import static titian.casework.FileStep.REBOOK;
import static titian.casework.FileStep.REFUSE;
import static titian.casework.FileStep.REOPEN;
import static titian.casework.FileStep.RESUME;
import static titian.casework.FileStep.SEND_BACK;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import titian.casework.Standing.Closed;
import titian.casework.Standing.Moved;
import titian.casework.Standing.Paused;
import titian.casework.Standing.Ready;
import titian.casework.Standing.RefusalProposed;
import titian.casework.Standing.Refused;
import titian.casework.Standing.Repaired;
import titian.casework.Standing.Returned;
import titian.casework.Standing.Waiting;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.OfficeId;

/**
 * The office's file of an application. Immutable: every step gives a new one.
 *
 * @param dueAt by when its papers should be checked
 * @param claim who has it in hand, if anybody
 */
record CaseFile(
        ApplicationId application,
        AccountId account,
        OfficeId office,
        Instant openedAt,
        Instant visitAt,
        Instant dueAt,
        Standing standing,
        @Nullable Claim claim) {

    /** A file lent to an officer: theirs until then, or until it is given back. */
    record Claim(AccountId officer, Instant until) {

        boolean holdsAt(Instant now) {
            return now.isBefore(until);
        }
    }

    boolean isOpen(FileStep step) {
        return standing.open().contains(step);
    }

    boolean isWith(AccountId officer, Instant now) {
        return claim != null && claim.officer().equals(officer) && claim.holdsAt(now);
    }

    /** The colleague who has it in hand; nobody if it is free or this officer's own. */
    @Nullable
    AccountId colleague(AccountId officer, Instant now) {
        return claim == null || !claim.holdsAt(now) || claim.officer().equals(officer) ? null : claim.officer();
    }

    boolean isLate(Instant now) {
        return standing.isToBeChecked() && dueAt.isBefore(now);
    }

    /** Whether this officer may decide the refusal that was proposed: the same is asked when it is decided. */
    boolean isSecond(AccountId officer) {
        return standing instanceof RefusalProposed proposed
                && !proposed.officer().equals(officer);
    }

    CaseFile sendBack(AccountId officer, Instant repairBy, Instant at) {
        return take(SEND_BACK, new Returned(officer, repairBy, at), dueAt);
    }

    /** The time it lay with the applicant does not count; but the visit does not wait. */
    CaseFile mend(Instant at) {
        mustBeOpen(MEND);
        var officer = ((Moved) standing).officer();
        return take(MEND, new Repaired(officer, at), dueAfterPause(at));
    }

    CaseFile pause(AccountId officer, Pauses.Why why, Instant at) {
        return take(PAUSE, new Paused(officer, why, at), dueAt);
    }

    CaseFile resume(Instant at) {
        return take(RESUME, new Waiting(at), dueAfterPause(at));
    }

    private Instant dueAfterPause(Instant at) {
        var due = dueAt.plus(Duration.between(standing.at(), at));
        return due.isBefore(visitAt) ? due : visitAt;
    }

    CaseFile approve(AccountId officer, Instant at) {
        return take(APPROVE, new Ready(officer, at), dueAt);
    }

    /** The time it lay ready does not count: it is due anew. */
    CaseFile reopen(Instant due, Instant at) {
        return take(REOPEN, new Waiting(at), due);
    }

    CaseFile proposeRefusal(AccountId officer, Grounds grounds, Instant at) {
        return take(PROPOSE_REFUSAL, new RefusalProposed(officer, grounds, at), dueAt);
    }

    /**
     * @throws CaseRefused.NotASecondPerson if it is who proposed it
     */
    CaseFile refuse(AccountId second, Instant at) {
        mustBeOpen(REFUSE);
        var proposed = (RefusalProposed) standing;
        if (!isSecond(second)) {
            throw new CaseRefused.NotASecondPerson(application);
        }
        return take(REFUSE, new Refused(proposed.officer(), second, proposed.grounds(), at), dueAt);
    }

    /**
     * @throws CaseRefused.NotASecondPerson if it is who proposed it
     */
    CaseFile declineRefusal(AccountId second, Instant at) {
        mustBeOpen(DECLINE_REFUSAL);
        if (!isSecond(second)) {
            throw new CaseRefused.NotASecondPerson(application);
        }
        return take(DECLINE_REFUSAL, new Waiting(at), dueAt);
    }

    CaseFile close(Instant at) {
        return take(CLOSE, new Closed(at), dueAt);
    }

    /** Closed with the last visit, it is checked for the new one. */
    CaseFile rebook(Instant due, Instant at) {
        return take(REBOOK, new Waiting(at), due);
    }

    private CaseFile take(FileStep step, Standing next, Instant due) {
        mustBeOpen(step);
        return new CaseFile(application, account, office, openedAt, visitAt, due, next, null);
    }

    void mustBeOpen(FileStep step) {
        if (!isOpen(step)) {
            throw new CaseRefused.StepNotOpen(application, standing.name(), step.name());
        }
    }

    @Override
    public String toString() {
        return "file of application " + application + " " + standing.name();
    }
}
